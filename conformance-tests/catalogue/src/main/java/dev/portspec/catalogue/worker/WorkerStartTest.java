package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;

import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** When the two implicit ports are enabled: HTML, "run a worker", after its script has run. */
class WorkerStartTest {
  /** A listener at the Worker needs no start(). */
  @Test
  @Verifies("worker.no-start-needed-outside")
  void aListenerOfTheOwnerNeedsNoStart(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("from inside"));
      worker.addEventListener("message", Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("from inside");
  }

  /** A listener at the worker's global needs no start(), and misses nothing that was posted before. */
  @Test
  @Verifies("worker.no-start-needed-inside")
  void aListenerOfTheWorkerNeedsNoStart(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self ->
          self.addEventListener("message", reaction("inside", event -> self.postMessage(event.data()))));
      worker.addEventListener("message", Event::record);
      worker.postMessage("from outside");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("from outside");
  }

  /** Nothing is dispatched in the worker before its script has ended. */
  @Test
  @Verifies("worker.enabled-after-script")
  void theScriptRunsBeforeTheFirstMessage(World world) {
    Realm window = world.window();
    WorkerHandle[] worker = new WorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newWorker(self -> {
        repeat(10_000, i -> self.onmessage(null));
        self.onmessage(reaction("handler", event -> {}));
        mark("end of the script");
      });
      worker[0].postMessage("waits");
    });

    assertThat(worker[0].inside().settled()).marks("end of the script", "handler");
  }

  /** The microtasks of the script run before the first message, too. */
  @Test
  @Verifies("worker.enabled-after-script")
  void theMicrotasksOfTheScriptRunBeforeTheFirstMessage(World world) {
    Realm window = world.window();
    WorkerHandle[] worker = new WorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newWorker(self -> microtask("microtask", () ->
          self.onmessage(reaction("handler", event -> {}))));
      worker[0].postMessage("waits");
    });

    assertThat(worker[0].inside().settled()).marks("microtask", "handler");
  }

  /** A script that throws does not keep the worker from its messages, nor the owner from what it had posted. */
  @Test
  @Verifies("worker.script-throws-still-enabled")
  void aScriptThatThrowsIsStartedAllTheSame(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.onmessage(event -> self.postMessage(event.data()));
        self.postMessage("before");
        raise(error("RangeError", "boom"));
      });
      worker.onmessage(Event::record);
      worker.onerror(reaction("error", Event::preventDefault).called(1));
      worker.postMessage("after");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("before", "after");
    assertThat(world.settle()).mayReport();
  }

  /** A handler that is set after the start misses what was dispatched before. */
  @Test
  @Verifies("worker.late-handler-loses")
  void aLateHandlerMissesWhatCameBefore(World world) {
    Realm window = world.window();
    WorkerHandle[] worker = new WorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newWorker(self -> {});
      worker[0].postMessage("too early");
    });
    world.settle();
    worker[0].inside().global().onmessage(Event::record);
    worker[0].postMessage("in time");

    assertThat(worker[0].inside().settled()).dataOf("message").containsExactly("in time");
  }
}
