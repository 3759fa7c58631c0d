package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Exceptions that nobody catches in a worker: HTML, "report an exception", and scripts that cannot be loaded. */
class WorkerErrorTest {
  /** The Worker gets an ErrorEvent without the value. */
  @Test
  @Verifies("worker.error.uncaught-in-handler")
  void theOwnerGetsAnErrorEvent(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> raise(error("RangeError", "boom"))));
      worker.onerror(reaction("failed", event -> {
        event.record();
        event.preventDefault();
      }));
      worker.postMessage("go");
    });

    Trace trace = world.settle();
    assertThat(trace.event("failed")).has(
        attribute("interface", "ErrorEvent"), attribute("type", "error"), attribute("cancelable", true),
        attribute("error", null), attribute("isTrusted", true));
    assertThat(trace).mayReport();
  }

  /** An exception that the worker handles itself stays there. */
  @Test
  @Verifies("worker.error.uncaught-in-handler")
  void anExceptionThatTheWorkerHandlesStaysThere(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.addEventListener("error", reaction("handled", Event::preventDefault).called(1));
        self.onmessage(event -> {
          self.postMessage("throws now");
          raise(error("RangeError", "boom"));
        });
      });
      worker.onmessage(reaction("received", Event::record));
      worker.onerror(reaction("failed", event -> {}).neverCalled());
      worker.postMessage("go");
    });

    assertThat(window.settled().by("received")).dataOf("message").containsExactly("throws now");
    assertThat(world.settle()).mayReport();
  }

  /** An exception of a listener that looks at one is not handled either: the Worker gets an event for each. */
  @Test
  @Verifies("worker.error.uncaught-in-handler")
  void theExceptionOfAnErrorListenerGoesOnToo(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.addEventListener("error", reaction("inside", event -> raise(error("RangeError", "again"))));
        self.onmessage(event -> raise(error("RangeError", "boom")));
      });
      worker.onerror(reaction("failed", Event::preventDefault).called(2));
      worker.postMessage("go");
    });

    assertThat(world.settle()).mayReport().called("failed", 2);
  }

  /** What the Worker does not cancel is reported to the owner, without its value. */
  @Test
  @Verifies("worker.error.propagates-to-owner")
  void theOwnersGlobalGetsWhatTheWorkerObjectDoesNotCancel(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.global().addEventListener("error", reaction("at the global", event -> {
        event.record();
        event.preventDefault();
      }));
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> raise(error("RangeError", "boom"))));
      worker.onerror(reaction("at the worker", event -> {}));
      worker.postMessage("go");
    });

    Trace trace = world.settle();
    assertThat(trace.event("at the global")).has(attribute("type", "error"), attribute("error", null));
    assertThat(trace.of("window")).marks("at the worker", "at the global");
    assertThat(trace).mayReport();
  }

  /** What it cancels is not. */
  @Test
  @Verifies("worker.error.propagates-to-owner")
  void theOwnersGlobalDoesNotGetWhatTheWorkerObjectCancels(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.global().addEventListener("error", reaction("at the global", event -> {}).neverCalled());
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> raise(error("RangeError", "boom"))));
      worker.onerror(reaction("at the worker", Event::preventDefault));
      worker.postMessage("go");
    });

    assertThat(world.settle()).called("at the worker", 1);
    assertThat(world.settle()).mayReport();
  }

  /** An exception is no messageerror, and the next message is handled. */
  @Test
  @Verifies("worker.error.not-messageerror")
  void theNextMessageIsHandled(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.onmessageerror(reaction("messageerror inside", event -> {}).neverCalled());
        self.onmessage(reaction(
            "in the worker", event -> raise(error("RangeError", "boom")), event -> self.postMessage(event.data())));
      });
      worker.onmessageerror(reaction("messageerror outside", event -> {}).neverCalled());
      worker.onerror(reaction("failed", Event::preventDefault).mayBeCalled());
      worker.onmessage(Event::record);
      worker.postMessage("first");
      worker.postMessage("second");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("second");
    assertThat(world.settle()).mayReport();
  }

  /** A script that is not there is an error at the Worker; to post to it is no error, and reaches nobody. */
  @Test
  @Verifies("worker.construction-failure")
  void aScriptThatCannotBeLoadedIsAnErrorEvent(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    WorkerHandle[] worker = new WorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newWorkerOfNothing();
      worker[0].onerror(reaction("failed", event -> {
        event.record();
        event.preventDefault();
      }));
      worker[0].onmessage(reaction("received", event -> {}).neverCalled());
    });
    world.settle();
    window.run(() -> {
      attempt("post", () -> worker[0].postMessage(buffer, transferring(buffer)));
      attempt("uncloneable", () -> worker[0].postMessage(uncloneable()));
    });

    Trace trace = world.settle();
    assertThat(trace.event("failed")).has(attribute("type", "error"));
    assertThat(trace.outcome("post")).returned();
    assertThat(trace.outcome("uncloneable")).threw(DATA_CLONE_ERROR);
    assertThat(buffer).hasByteLength(0);
    assertThat(world.settle()).mayReport();
  }

  /** That event is fired as any other of which nothing is said, so it cannot be cancelled. */
  @Test
  @Verifies("worker.construction-failure")
  void theEventOfAScriptThatCannotBeLoadedIsNotCancelable(World world) {
    Realm window = world.window();

    window.run(() -> window.newWorkerOfNothing().onerror(reaction("failed", Event::record)));

    assertThat(world.settle().event("failed")).has(attribute("bubbles", false), attribute("cancelable", false));
    assertThat(world.settle()).mayReport();
  }
}
