package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static dev.portspec.reference.WorkerTestWorld.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.ErrorEvent;
import dev.portspec.api.EventListener;
import dev.portspec.api.Worker;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Exceptions that nobody in a worker catches, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class WorkerErrorTest {
  private static final String IN_WORKER = "reported in realm of agent window/worker1: boom";
  private static final String IN_WINDOW = "reported of a worker in realm of agent window: boom";

  private final WorkerTestWorld test;

  WorkerErrorTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private static void boom() {
    throw new IllegalStateException("boom");
  }

  private EventListener logging(String label) {
    return onAny(event -> {
      ErrorEvent error = (ErrorEvent) event;
      test.log.add(Arrays.asList(label, error.getMessage(), error.getError(), error.getCancelable()));
    });
  }

  @Test
  void theyGoUpWithoutTheirValue() {
    test.runAndSettle(() -> {
      test.window.global().addEventListener("error", logging("window"));
      Worker worker = test.worker(self -> self.setOnmessage(on(event -> boom())));
      worker.setOnerror(logging("worker"));
      worker.postMessage("m", List.of());
    });
    assertThat(test.log).containsExactly(
        IN_WORKER,
        Arrays.asList("worker", "boom", null, true),
        IN_WINDOW,
        Arrays.asList("window", "boom", null, true));
  }

  @Test
  void theGlobalOfTheWorkerHasTheValueAndStopsThemByReturningTrue() {
    IllegalStateException boom = new IllegalStateException("boom");
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.addEventListener("error", onAny(event -> test.log.add(((ErrorEvent) event).getError() == boom)));
        self.setOnerror(event -> true);
        throw boom;
      });
      worker.setOnerror(logging("worker"));
    });
    assertThat(test.log).containsExactly(IN_WORKER, true);
  }

  @Test
  void returningFalseStopsThemAtTheWorkerAndNotAtItsGlobal() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.setOnerror(event -> false);
        boom();
      });
      worker.addEventListener("error", logging("worker"));
      worker.setOnerror(event -> false);
    });
    assertThat(test.log).containsExactly(IN_WORKER, Arrays.asList("worker", "boom", null, true));
  }

  @Test
  void aScriptThatThrowsHasStartedAllTheSame() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.setOnmessage(on(event -> self.postMessage("handled " + event.getData(), List.of())));
        boom();
      });
      worker.setOnerror(event -> false);
      worker.setOnmessage(test.data(""));
      worker.setOnmessageerror(test.data("messageerror"));
      worker.postMessage("m", List.of());
    });
    assertThat(test.log).containsExactly(IN_WORKER, "handled m");
  }

  @Test
  void anotherOneInsideAnErrorHandlerIsNotReportedToThatGlobalButToTheWorker() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.setOnerror(event -> {
          throw new IllegalArgumentException("while reporting");
        });
        boom();
      });
      worker.addEventListener("error", onAny(event -> test.log.add(((ErrorEvent) event).getMessage())));
      worker.setOnerror(event -> false);
    });
    assertThat(test.log).containsExactly(
        IN_WORKER, "reported in realm of agent window/worker1: while reporting", "while reporting", "boom");
  }

  @Test
  void theyGoUpTheChainOfNestedWorkers() {
    test.runAndSettle(() -> {
      Worker outer = test.window.newWorker(
          realm -> realm.newWorker(script(inner -> boom())).setOnerror(logging("inner")));
      outer.setOnerror(logging("outer"));
    });
    assertThat(test.log).containsExactly(
        "reported in realm of agent window/worker1/worker1: boom",
        Arrays.asList("inner", "boom", null, true),
        "reported of a worker in realm of agent window/worker1: boom",
        Arrays.asList("outer", "boom", null, true),
        IN_WINDOW);
  }

  @Test
  void theyArriveFromAWorkerThatCloses() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.close();
        boom();
      });
      worker.addEventListener("error", logging("worker"));
      worker.setOnerror(event -> false);
    });
    assertThat(test.log).containsExactly(IN_WORKER, Arrays.asList("worker", "boom", null, true));
  }
}
