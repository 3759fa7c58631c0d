package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Who gets a message: HTML, BroadcastChannel's postMessage, steps 6 and 7. */
class BroadcastReceiversTest {

  /** The channel that posts does not get its own message, and does get those of others. */
  @Test
  @Verifies("bc.post.not-to-self")
  void aChannelDoesNotGetItsOwnMessage(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle other = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.onmessage(reaction("sender", Event::record));
      other.onmessage(reaction("other", Event::record));
      sender.postMessage("of the sender");
      other.postMessage("of the other");
    });

    assertThat(world.settle().by("sender")).dataOf("message").containsExactly("of the other");
    assertThat(world.settle().by("other")).dataOf("message").containsExactly("of the sender");
  }

  /** So it is for the youngest and for one that posts in its own handler. */
  @Test
  @Verifies("bc.post.not-to-self")
  void anAnswerDoesNotComeBack(World world) {
    Realm window = world.window();
    BroadcastHandle asking = window.newBroadcastChannel("news");
    BroadcastHandle answering = window.newBroadcastChannel("news");

    window.run(() -> {
      asking.onmessage(reaction("asking", Event::record));
      answering.onmessage(reaction("answering", event -> {
        event.record();
        answering.postMessage("answer");
      }));
      asking.postMessage("question");
    });
    world.settle();
    asking.postMessage("question");

    assertThat(world.settle().by("asking")).dataOf("message").containsExactly("answer", "answer");
    assertThat(world.settle().by("answering")).dataOf("message").containsExactly("question", "question");
  }

  /** Being alone with its name changes nothing. */
  @Test
  @Verifies("bc.post.not-to-self")
  void aLoneChannelGetsNothing(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.onmessage(reaction("sender", Event::record));
      sender.postMessage("alone");
    });
    world.settle();
    window.run(() -> window.newBroadcastChannel("news").postMessage("in company"));

    assertThat(world.settle()).dataOf("message").containsExactly("in company");
  }

  /** Every other channel of the name gets it, once. */
  @Test
  @Verifies("bc.post.same-realm-others")
  void eachOtherChannelGetsIt(World world) {
    Realm window = world.window();
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage("m");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("m");
  }

  /** So do twenty. */
  @Test
  @Verifies("bc.post.same-realm-others")
  void manyOtherChannelsGetIt(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      for (int i = 0; i < 20; i++) {
        window.newBroadcastChannel("news").onmessage(reaction("receiver", event -> {}));
      }
      sender.postMessage("m");
    });

    assertThat(world.settle()).called("receiver", 20);
  }
}
