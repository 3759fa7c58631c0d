package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The receivers are those that exist at the call: HTML, BroadcastChannel's postMessage, step 6. */
class ReceiversAtCallTest {

  /** A channel that is made after the call, in the same task, gets the next message and not this one. */
  @Test
  @Verifies("bc.post.destinations-at-call")
  void aChannelMadeAfterTheCallGetsTheNext(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle early = window.newBroadcastChannel("news");

    window.run(() -> {
      early.onmessage(reaction("early", Event::record));
      sender.postMessage("a");
      window.newBroadcastChannel("news").onmessage(reaction("late", Event::record));
      sender.postMessage("b");
    });

    assertThat(world.settle().by("early")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("late")).dataOf("message").containsExactly("b");
  }

  /** One that is made while the message is on its way to others does not get it: in a microtask, or in a handler. */
  @Test
  @Verifies("bc.post.destinations-at-call")
  void aChannelMadeMeanwhileGetsTheNext(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", event -> {
        event.record();
        window.newBroadcastChannel("news").onmessage(reaction("of the handler", Event::record));
      }, Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage("a");
      microtask("m", () -> window.newBroadcastChannel("news").onmessage(reaction("of the microtask", Event::record)));
    });
    world.settle();
    sender.postMessage("b");

    assertThat(world.settle().by("first", "second")).dataOf("message").containsExactly("a", "a", "b", "b");
    assertThat(world.settle().by("of the handler")).dataOf("message").containsExactly("b");
    assertThat(world.settle().by("of the microtask")).dataOf("message").containsExactly("b");
  }

  /** The list is made after the message is serialized: a channel that an accessor makes is on it. */
  @Test
  @Verifies("bc.post.destinations-at-call")
  void aChannelMadeInAnAccessorGetsTheMessage(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> sender.postMessage(object().accessor("a", () -> {
      window.newBroadcastChannel("news").onmessage(Event::record);
      return "read";
    })));

    assertThat(world.settle()).dataOf("message").containsExactly(object().with("a", "read"));
  }
}
