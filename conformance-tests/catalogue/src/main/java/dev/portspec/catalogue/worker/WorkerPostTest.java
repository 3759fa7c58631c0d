package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Posting to a worker: HTML, "Worker.postMessage". */
class WorkerPostTest {
  /** Messages arrive in the order in which they were posted. */
  @Test
  @Verifies("worker.post.delegates")
  void messagesArriveInOrder(World world) {
    Realm window = world.window();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(Event::record));

    window.run(() -> {
      for (int i = 0; i < 5; i++) {
        worker.postMessage("m" + i);
      }
    });

    assertThat(worker.inside().settled()).dataOf("message").containsExactly("m0", "m1", "m2", "m3", "m4");
  }

  /** The message is what it was when it was posted. */
  @Test
  @Verifies("worker.post.delegates")
  void aMessageIsClonedWhenItIsPosted(World world) {
    Realm window = world.window();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(Event::record));

    window.run(() -> {
      Value posted = window.keep(object().with("is", "as posted"));
      worker.postMessage(posted);
      posted.set("is", "changed later");
    });

    assertThat(worker.inside().settled()).dataOf("message").containsExactly(object().with("is", "as posted"));
  }

  /** What cannot be cloned is refused, and the next message arrives. */
  @Test
  @Verifies("worker.post.delegates")
  void whatCannotBeClonedIsRefused(World world) {
    Realm window = world.window();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(Event::record));

    window.run(() -> {
      attempt("refused", () -> worker.postMessage(uncloneable()));
      worker.postMessage("next");
    });

    assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR);
    assertThat(worker.inside().settled()).dataOf("message").containsExactly("next");
  }

  /** A listed buffer is moved: it is there, and no longer here. */
  @Test
  @Verifies("worker.post.delegates")
  void aListedBufferIsMoved(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);
    WorkerHandle worker =
        window.newWorker(self -> self.onmessage(event -> observe("there", event.data().asBuffer().byteLength())));

    worker.postMessage(buffer, transferring(buffer));

    assertThat(world.settle().observed("there")).isEqualTo(8);
    assertThat(buffer).hasByteLength(0);
  }

  /** The form with options does the same. */
  @Test
  @Verifies("worker.post.delegates")
  void theFormWithOptionsMovesToo(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);
    WorkerHandle worker =
        window.newWorker(self -> self.onmessage(event -> observe("there", event.data().asBuffer().byteLength())));

    worker.postMessage(buffer, transferring(buffer).asOptions());

    assertThat(world.settle().observed("there")).isEqualTo(8);
    assertThat(buffer).hasByteLength(0);
  }

  /** What is posted right after the construction waits for the worker. */
  @Test
  @Verifies("worker.early-post-kept")
  void earlyMessagesAreKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> self.postMessage(event.data())));
      worker.postMessage("at once");
      worker.onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("at once");
  }
}
