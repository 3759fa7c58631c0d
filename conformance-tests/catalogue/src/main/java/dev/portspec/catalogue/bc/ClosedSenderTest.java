package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Closing the sender while its message is on its way: HTML, BroadcastChannel's postMessage, step 9. */
class ClosedSenderTest {

  /** Closing the sender right after the call does not take the message back. */
  @Test
  @Verifies("bc.task.sender-close-irrelevant")
  void aSenderClosedAfterTheCallHasSent(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage("a");
      sender.postMessage("b");
      sender.close();
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("a", "b");
  }

  /** Nor does closing it while some have received the message. */
  @Test
  @Verifies("bc.task.sender-close-irrelevant")
  void aSenderClosedByAReceiverHasSent(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", event -> {
        event.record();
        sender.close();
      }, Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage("a");
      sender.postMessage("b");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("a", "b");
  }
}
