package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Worker.terminate(): HTML, "terminate a worker". */
class TerminateTest {
  /** Nothing that is posted later is answered; what is posted in the same task may still reach it. */
  @Test
  @Verifies("worker.terminate.closing")
  void aTerminatedWorkerIsSilent(World world) {
    Realm window = world.window();
    WorkerHandle worker = window.newWorker(self ->
        self.onmessage(reaction("echo", event -> self.postMessage(event.data())).called(1)));

    window.run(() -> {
      worker.onmessage(event -> {
        event.record();
        worker.terminate();
      });
      worker.postMessage("first");
    });
    world.settle();
    worker.postMessage("second");

    assertThat(window.settled()).dataOf("message").containsExactly("first");
  }

  /** Not even a port of its own brings anything more out of it. */
  @Test
  @Verifies("worker.terminate.closing")
  void theOtherPortsOfATerminatedWorkerAreSilent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
      Port received = event.port(0);
      received.onmessage(reaction("echo", echoed -> received.postMessage(echoed.data())).called(1));
    }));

    window.run(() -> {
      channel.port1().onmessage(event -> {
        event.record();
        worker.terminate();
      });
      worker.postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("first");
    });
    world.settle();
    channel.port1().postMessage("second");

    assertThat(window.settled()).dataOf("message").containsExactly("first");
  }

  /** What has come from the worker and was not dispatched is dropped. */
  @Test
  @Verifies("worker.terminate.empties-outside-queue")
  void whatWaitsAtTheWorkerIsDropped(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        for (int i = 0; i < 3; i++) {
          self.postMessage("m" + i);
        }
      });
      worker.onmessage(event -> {
        event.record();
        worker.terminate();
      });
    });

    assertThat(window.settled()).dataOf("message").containsExactly("m0");
  }

  /** The handler that calls it runs to its end. */
  @Test
  @Verifies("worker.terminate.current-handler-finishes")
  void theHandlerThatCallsItRunsToItsEnd(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("terminate me"));
      worker.onmessage(event -> {
        worker.terminate();
        mark("still running");
      });
    });

    assertThat(world.settle().observed("still running")).isEqualTo(true);
  }

  /** What it had sent over another port is delivered. */
  @Test
  @Verifies("worker.terminate.other-ports-unaffected")
  void whatCameOverAnotherPortIsDelivered(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        event.port(0).postMessage("over the port");
        self.postMessage("terminate me");
      }));
      worker.onmessage(reaction("terminates", event -> {
        worker.terminate();
        channel.port1().onmessage(reaction("over the port", Event::record));
      }));
      worker.postMessage("port", transferring(channel.port2()));
    });

    assertThat(window.settled()).dataOf("message").containsExactly("over the port");
  }

  /** It may be called again, and so may everything else. */
  @Test
  @Verifies({"worker.terminate.idempotent", "worker.terminate.post-after-silent"})
  void nothingThrowsAfterwards(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("begun"));
      worker.onmessage(event -> {
        event.record();
        worker.terminate();
        attempt("again", worker::terminate);
        attempt("post", () -> worker.postMessage("nobody hears this"));
        attempt("uncloneable", () -> worker.postMessage(uncloneable()));
      });
    });

    Trace trace = window.settled();
    verifying("worker.terminate.idempotent", () -> assertThat(trace.outcome("again")).returned());
    verifying("worker.terminate.post-after-silent", () -> {
      assertThat(trace).dataOf("message").containsExactly("begun");
      assertThat(trace.outcome("post")).returned();
      assertThat(trace.outcome("uncloneable")).threw(DATA_CLONE_ERROR);
    });
  }

  /** A worker may be terminated before it has begun: whether its script ever runs is open. */
  @Test
  @Verifies("worker.terminate.before-start")
  void aWorkerMayBeTerminatedAtOnce(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> mark("ran"));
      attempt("terminate", worker::terminate);
    });

    assertThat(world.settle().outcome("terminate")).returned();
    assertThat(world.settle()).showsOneOf(
        outcome("never-ran", trace -> assertThat("observed as ran", !trace.shows("ran"), "nothing", "something", "")),
        outcome("ran", trace -> assertThat(trace.observed("ran")).isEqualTo(true)));
  }

  /** A handler that would never end is ended. */
  @Test
  @Verifies("worker.terminate.closing")
  void aHandlerThatNeverEndsIsAborted(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(reaction("endless", event -> {
        self.postMessage("begun");
        observe("never seen", js("for (;;) {}"));
      })));
      worker.onmessage(event -> {
        event.record();
        worker.terminate();
      });
      worker.postMessage("go");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("begun");
    assertThat(world.settle()).called("endless", 1);
  }
}
