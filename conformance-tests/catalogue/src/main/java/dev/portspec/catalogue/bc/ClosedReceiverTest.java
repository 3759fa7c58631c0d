package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Closing a receiver while a message is on its way: HTML, BroadcastChannel's postMessage, step 9, the task, step 1. */
class ClosedReceiverTest {

  /** A receiver that is closed right after the call gets nothing; an older and a younger one do. */
  @Test
  @Verifies("bc.task.closed-destination")
  void aReceiverClosedAfterTheCallGetsNothing(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle older = window.newBroadcastChannel("news");
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle younger = window.newBroadcastChannel("news");

    window.run(() -> {
      older.onmessage(reaction("older", event -> {}));
      closed.onmessage(reaction("closed", event -> {}).neverCalled());
      younger.onmessage(reaction("younger", event -> {}));
      sender.postMessage("m");
      closed.close();
    });

    assertThat(world.settle()).marks("older", "younger").neverCalled("closed");
  }

  /** So it is when a microtask of the script closes it. */
  @Test
  @Verifies("bc.task.closed-destination")
  void aReceiverClosedInAMicrotaskGetsNothing(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle younger = window.newBroadcastChannel("news");

    window.run(() -> {
      closed.onmessage(reaction("closed", event -> {}).neverCalled());
      younger.onmessage(reaction("younger", event -> {}));
      microtask("closing", closed::close);
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("closing", "younger").neverCalled("closed");
  }

  /** So it is when the handler of an older receiver of the same message closes it. */
  @Test
  @Verifies("bc.task.closed-destination")
  void aReceiverClosedByAnOlderOneGetsNothing(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle older = window.newBroadcastChannel("news");
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle younger = window.newBroadcastChannel("news");

    window.run(() -> {
      older.onmessage(reaction("older", event -> closed.close()));
      closed.onmessage(reaction("closed", event -> {}).neverCalled());
      younger.onmessage(reaction("younger", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("older", "younger").neverCalled("closed");
  }

  /** A handler that closes its own channel gets no further messages, though they were on their way. */
  @Test
  @Verifies("bc.task.closed-destination")
  void aReceiverThatClosesItselfGetsNoFurtherMessage(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle closing = window.newBroadcastChannel("news");
    BroadcastHandle younger = window.newBroadcastChannel("news");

    window.run(() -> {
      closing.onmessage(reaction("closing", event -> {
        event.record();
        closing.close();
      }));
      younger.onmessage(reaction("younger", Event::record));
      sender.postMessage("a");
      sender.postMessage("b");
      sender.postMessage("c");
    });

    assertThat(world.settle().by("closing")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("younger")).dataOf("message").containsExactly("a", "b", "c");
  }

  /** The flag is looked at before the event is fired: closing in the first listener does not stop the second. */
  @Test
  @Verifies("bc.task.closed-destination")
  void anEventThatIsBeingFiredGoesOn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle closing = window.newBroadcastChannel("news");

    window.run(() -> {
      closing.addEventListener("message", reaction("L1", event -> closing.close()));
      closing.addEventListener("message", reaction("L2", event -> {}));
      sender.postMessage("a");
      sender.postMessage("b");
    });

    assertThat(world.settle()).marks("L1", "L2");
  }
}
