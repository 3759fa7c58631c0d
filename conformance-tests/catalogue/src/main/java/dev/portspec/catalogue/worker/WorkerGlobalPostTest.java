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
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Posting from a worker: HTML, "DedicatedWorkerGlobalScope.postMessage". */
class WorkerGlobalPostTest {
  /** Messages arrive in the order in which they were posted. */
  @Test
  @Verifies("worker.global-post.delegates")
  void messagesArriveInOrder(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        for (int i = 0; i < 5; i++) {
          self.postMessage("m" + i);
        }
      });
      worker.onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("m0", "m1", "m2", "m3", "m4");
  }

  /** The message is what it was when it was posted. */
  @Test
  @Verifies("worker.global-post.delegates")
  void aMessageIsClonedWhenItIsPosted(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        Value posted = self.realm().keep(object().with("is", "as posted"));
        self.postMessage(posted);
        posted.set("is", "changed later");
      });
      worker.onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly(object().with("is", "as posted"));
  }

  /** What cannot be cloned is refused, and the next message arrives. */
  @Test
  @Verifies("worker.global-post.delegates")
  void whatCannotBeClonedIsRefused(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        attempt("refused", () -> self.postMessage(uncloneable()));
        self.postMessage("next");
      });
      worker.onmessage(Event::record);
    });

    assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR);
    assertThat(window.settled()).dataOf("message").containsExactly("next");
  }

  /** A listed buffer is moved: it is there, and no longer here. */
  @Test
  @Verifies("worker.global-post.delegates")
  void aListedBufferIsMoved(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        Buffer buffer = self.realm().newArrayBuffer(8);
        self.postMessage(buffer, transferring(buffer));
        observe("here", buffer.byteLength());
      });
      worker.onmessage(event -> observe("there", event.data().asBuffer().byteLength()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("there")).isEqualTo(8);
    assertThat(trace.observed("here")).isEqualTo(0);
  }

  /** The form with options does the same. */
  @Test
  @Verifies("worker.global-post.delegates")
  void theFormWithOptionsMovesToo(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        Buffer buffer = self.realm().newArrayBuffer(8);
        self.postMessage(buffer, transferring(buffer).asOptions());
        observe("here", buffer.byteLength());
      });
      worker.onmessage(event -> observe("there", event.data().asBuffer().byteLength()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("there")).isEqualTo(8);
    assertThat(trace.observed("here")).isEqualTo(0);
  }
}
