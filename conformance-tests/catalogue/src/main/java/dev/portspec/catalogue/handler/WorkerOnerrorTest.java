package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The two kinds of onerror: HTML, "the event handler processing algorithm", step 3. */
class WorkerOnerrorTest {
  /** That of the worker's global has five arguments. */
  @Test
  @Verifies("handler.onerror-worker-vs-global")
  void theGlobalsHandlerHasFiveArguments(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WorkerHandle worker = window.newWorker(self -> {
        self.onerror(reaction("onerror of the global", event -> returns(true)));
        self.onmessage(event -> raise(error("RangeError", "boom")));
      });
      worker.postMessage("throws");
    });

    assertThat(world.settle()).mayReport().calledWith("onerror of the global", 5);
  }

  /** What it returns for "handled" is true. */
  @Test
  @Verifies("handler.onerror-worker-vs-global")
  void theGlobalsHandlerCancelsWithTrue(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.onerror(reaction("onerror of the global", event -> returns(true)));
        self.onmessage(reaction(
            "in the worker", event -> raise(error("RangeError", "boom")), event -> self.postMessage("second")));
      });
      worker.onerror(reaction("onerror of the worker", event -> {}).neverCalled());
      worker.onmessage(Event::record);
      worker.postMessage("throws");
      worker.postMessage("next");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("second");
    assertThat(world.settle()).mayReport().neverCalled("onerror of the worker");
  }

  /** And false is not: the exception goes on to the Worker object. */
  @Test
  @Verifies("handler.onerror-worker-vs-global")
  void theGlobalsHandlerDoesNotCancelWithFalse(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.onerror(reaction("onerror of the global", event -> returns(false)));
        self.onmessage(event -> raise(error("RangeError", "boom")));
      });
      worker.onerror(reaction("onerror of the worker", Event::preventDefault));
      worker.postMessage("throws");
    });

    assertThat(world.settle()).mayReport().called("onerror of the worker", 1);
  }

  /** That of the Worker object has the event, and what it returns for "handled" is false. */
  @Test
  @Verifies("handler.onerror-worker-vs-global")
  void theWorkersHandlerHasTheEventAndCancelsWithFalse(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      window.global().addEventListener("error", reaction("at the owner's global", event -> {}).neverCalled());
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> raise(error("RangeError", "boom"))));
      worker.onerror(reaction("onerror of the worker", event -> {
        event.record();
        returns(false);
      }));
      worker.postMessage("throws");
    });

    Trace trace = world.settle();
    assertThat(trace).mayReport().calledWith("onerror of the worker", 1);
    assertThat(trace.event("onerror of the worker")).has(attribute("interface", "ErrorEvent"));
  }
}
