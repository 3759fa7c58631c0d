package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Each receiver has a task of its own: HTML, BroadcastChannel's postMessage, step 9, "queue a global task". */
class BroadcastTaskTest {

  /** What the handler of one receiver queues as a microtask has run before the next receiver's. */
  @Test
  @Verifies("bc.post.own-task-each")
  void microtasksRunBetweenTheReceivers(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", event -> microtask("m1")));
      second.onmessage(reaction("second", event -> microtask("m2")));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "m1", "second", "m2");
  }

  /** So have the microtasks of that microtask, and further ones. */
  @Test
  @Verifies("bc.post.own-task-each")
  void allMicrotasksRunBetweenTheReceivers(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", event -> {
        microtask("m1", () -> microtask("m3", () -> microtask("m4")));
        microtask("m2");
      }));
      second.onmessage(reaction("second", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "m1", "m2", "m3", "m4", "second");
  }

  /** An exception in the handler of one receiver is no matter of the others. */
  @Test
  @Verifies("bc.post.own-task-each")
  void anExceptionAtOneReceiverDoesNotReachTheNext(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", event -> raise("boom"), Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage("a");
      sender.postMessage("b");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("b");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).mayReport();
  }

  /** stopImmediatePropagation at one receiver does not keep the message from the next: each has an event of its own. */
  @Test
  @Verifies("bc.post.own-task-each")
  void eachReceiverHasAnEventOfItsOwn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.addEventListener("message", reaction("first", Event::stopImmediatePropagation));
      first.addEventListener("message", reaction("stopped", event -> {}).neverCalled());
      second.addEventListener("message", reaction("second", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "second").neverCalled("stopped");
  }
}
