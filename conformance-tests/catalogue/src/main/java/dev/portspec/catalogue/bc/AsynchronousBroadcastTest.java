package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A message is never dispatched during the call: HTML, BroadcastChannel's postMessage, step 9. */
class AsynchronousBroadcastTest {

  /** Nothing is dispatched before the script that posts has ended. */
  @Test
  @Verifies("bc.post.async")
  void theRestOfTheScriptRunsFirst(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.addEventListener("message", reaction("received", event -> {}).called(2));
      sender.postMessage("a");
      mark("after the first");
      sender.postMessage("b");
      mark("after the second");
    });

    assertThat(world.settle()).marks("after the first", "after the second", "received", "received");
  }

  /** Nor before its microtasks have. */
  @Test
  @Verifies("bc.post.async")
  void theMicrotasksOfTheScriptRunFirst(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(reaction("received", event -> {}));
      sender.postMessage("m");
      microtask("m1", () -> microtask("m2", () -> mark("m3")));
      mark("end of script");
    });

    assertThat(world.settle()).marks("end of script", "m1", "m2", "m3", "received");
  }

  /** A post in a handler is dispatched after that handler, and after the other listeners of its channel. */
  @Test
  @Verifies("bc.post.async")
  void aHandlerEndsBeforeItsAnswerIsSeen(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.onmessage(reaction("answered", event -> {}));
      receiver.addEventListener("message", reaction("answering", event -> {
        receiver.postMessage("answer");
        mark("after the answer");
      }));
      receiver.addEventListener("message", reaction("other listener", event -> {}));
      sender.postMessage("question");
    });

    assertThat(world.settle()).marks("answering", "after the answer", "other listener", "answered");
  }
}
