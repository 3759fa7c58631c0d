package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** In what order the receivers get a message: HTML, BroadcastChannel's postMessage, step 8. */
class BroadcastOrderTest {

  /** The oldest gets it first, also if its listener was added last. */
  @Test
  @Verifies("bc.post.creation-order")
  void theOldestIsFirst(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    BroadcastHandle third = window.newBroadcastChannel("news");

    window.run(() -> {
      third.onmessage(reaction("third", event -> {}));
      second.onmessage(reaction("second", event -> {}));
      sender.postMessage("m");
      first.onmessage(reaction("first", event -> {}));
    });

    assertThat(world.settle()).marks("first", "second", "third");
  }

  /** So it is from wherever in that order the message is posted. */
  @Test
  @Verifies("bc.post.creation-order")
  void theOldestIsFirstWhoeverPosts(World world) {
    Realm window = world.window();
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    BroadcastHandle third = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", Event::record));
      second.onmessage(reaction("second", Event::record));
      third.onmessage(reaction("third", Event::record));
      second.postMessage("of the second");
    });
    world.settle();
    third.postMessage("of the third");
    world.settle();
    first.postMessage("of the first");

    assertThat(world.settle()).marks("first", "third", "first", "second", "second", "third");
    assertThat(world.settle()).dataOf("message").containsExactly(
        "of the second", "of the second", "of the third", "of the third", "of the first", "of the first");
  }

  /** Neither a use of a channel nor the end of an older one changes its place. */
  @Test
  @Verifies("bc.post.creation-order")
  void aPlaceIsKept(World world) {
    Realm window = world.window();
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      second.postMessage("a use");
      first.postMessage("a use");
      closed.close();
    });
    world.settle();
    window.run(() -> {
      second.onmessage(reaction("second", event -> {}));
      first.onmessage(reaction("first", event -> {}));
      window.newBroadcastChannel("news").onmessage(reaction("new", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "second", "new");
  }

  /** All listeners of a receiver are called before the next receiver's. */
  @Test
  @Verifies("bc.post.creation-order")
  void listenersOfOneReceiverStayTogether(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.addEventListener("message", reaction("first", event -> {}));
      second.addEventListener("message", reaction("second", event -> {}));
      first.addEventListener("message", reaction("first again", event -> {}));
      second.addEventListener("message", reaction("second again", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "first again", "second", "second again");
  }
}
