package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.task;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** close() inside a worker: HTML, "close a worker". */
class WorkerCloseTest {
  /** What waits in the worker is discarded. */
  @Test
  @Verifies("worker.close.discards-tasks")
  void theNextMessageIsNotHandled(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(reaction("closes", event -> {
        self.postMessage(event.data());
        self.close();
      }).called(1)));
      worker.onmessage(Event::record);
      worker.postMessage("first");
      worker.postMessage("second");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("first");
  }

  /** The task queues of a closing worker take nothing more: no timer, and no message of a port. */
  @Test
  @Verifies("worker.close.closing-flag")
  void aClosingWorkerTakesNoTasks(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        Channel own = self.realm().newChannel();
        own.port2().onmessage(reaction("port", message -> self.postMessage("a port")).neverCalled());
        self.close();
        own.port1().postMessage("to a port of its own");
        task("timer", () -> self.postMessage("a timer"));
        self.postMessage("the task");
      }));
      worker.onmessage(Event::record);
      worker.postMessage("go");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("the task");
    assertThat(world.settle()).neverCalled("timer");
  }

  /** The task that calls it runs to its end, and what it posts then is delivered. */
  @Test
  @Verifies({"worker.close.current-task-finishes", "worker.close.post-after-close-delivered"})
  void theTaskRunsToItsEnd(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("over the port", Event::record));
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        self.close();
        self.postMessage("after close");
        event.port(0).postMessage("over a port");
      }));
      worker.onmessage(reaction("at the worker", Event::record));
      worker.postMessage("go", transferring(channel.port2()));
    });

    Trace trace = window.settled();
    verifying("worker.close.current-task-finishes", () ->
        assertThat(trace.by("over the port")).dataOf("message").containsExactly("over a port"));
    verifying("worker.close.post-after-close-delivered", () ->
        assertThat(trace.by("at the worker")).dataOf("message").containsExactly("after close"));
  }

  /** The microtasks of that task run as well, and those that they queue. */
  @Test
  @Verifies("worker.close.microtasks-run")
  void theMicrotasksOfTheTaskRun(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        self.close();
        microtask("first", () -> {
          self.postMessage("a microtask");
          microtask("second", () -> self.postMessage("and its own"));
        });
      }));
      worker.onmessage(Event::record);
      worker.postMessage("go");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("a microtask", "and its own");
  }

  /** In the top-level script it does not stop the start: what the script posts is delivered. */
  @Test
  @Verifies("worker.close.in-top-level")
  void aScriptThatClosesItsWorkerIsHeard(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.postMessage("before");
        self.close();
        self.postMessage("after");
      });
      worker.onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("before", "after");
  }

  /** What was posted before is delivered, however much it is. */
  @Test
  @Verifies("worker.close.sent-messages-survive")
  void whatWasPostedBeforeArrives(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        for (int i = 0; i < 5; i++) {
          self.postMessage("m" + i);
        }
        self.close();
      }));
      worker.onmessage(Event::record);
      worker.postMessage("go");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("m0", "m1", "m2", "m3", "m4");
  }
}
