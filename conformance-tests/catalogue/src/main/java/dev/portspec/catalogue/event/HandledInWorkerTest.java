package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Exceptions that their own global handles: HTML, "report an exception", steps 6 and 7. */
class HandledInWorkerTest {
  /** An error event that the global of a worker cancels is the end of it: the Worker object gets none. */
  @Test
  @Verifies("event.report.canceled")
  void aCancelledErrorEventStaysInItsWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.addEventListener("error", Event::preventDefault);
        self.onmessage(reaction(
            "in the worker", event -> raise(error("RangeError", "boom")), event -> self.postMessage("second")));
      });
      worker.onerror(reaction("at the worker", event -> {}).neverCalled());
      worker.onmessage(Event::record);
      worker.postMessage("throws");
      worker.postMessage("next");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("second");
    assertThat(world.settle()).mayReport().neverCalled("at the worker");
  }

  /** One that is not cancelled goes on to the Worker object. */
  @Test
  @Verifies("event.report.canceled")
  void anErrorEventThatNobodyCancelsGoesOn(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.addEventListener("error", reaction("inside", event -> {}));
        self.onmessage(event -> raise(error("RangeError", "boom")));
      });
      worker.onerror(reaction("at the worker", Event::preventDefault));
      worker.postMessage("throws");
    });

    assertThat(world.settle()).mayReport().called("at the worker", 1);
  }
}
