package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static dev.portspec.reference.WorkerTestWorld.script;
import static dev.portspec.reference.WorkerTestWorld.self;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.api.Worker;
import dev.portspec.spi.SubjectRealm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Workers in simulated worlds: every run that the standard allows is found, and no other. */
class WorkerScheduleTest {
  private Enumeration runs = Enumeration.upTo(5_000);

  /** The different logs of a scenario that is one task of the window, and what follows. */
  private Set<List<Object>> logs(Parts parts, Consumer<WorkerTestWorld> scenario) {
    Set<List<Object>> logs = new LinkedHashSet<>();
    while (runs.hasNext()) {
      try (WorkerTestWorld test = new WorkerTestWorld(runs.next(), parts)) {
        test.runAndSettle(() -> scenario.accept(test));
        logs.add(List.copyOf(test.log));
      }
    }
    assertThat(runs.exhaustive()).isTrue();
    return logs;
  }

  private Set<List<Object>> logs(Consumer<WorkerTestWorld> scenario) {
    return logs(new Parts(), scenario);
  }

  @Test
  void oneRequestAtATimeIsOneSchedule() {
    Set<List<Object>> logs = logs(test -> {
      Worker worker = test.worker(self -> self.setOnmessage(on(
          event -> self.postMessage((Double) event.getData() + 1, List.of()))));
      worker.setOnmessage(on(event -> {
        test.log.add(event.getData());
        if ((Double) event.getData() < 20) {
          worker.postMessage(event.getData(), List.of());
        }
      }));
      worker.postMessage(0, List.of());
    });
    assertThat(logs).singleElement().satisfies(log -> assertThat(log).hasSize(20));
    assertThat(runs.runs()).isEqualTo(1);
  }

  @Test
  void twoWorkersAnswerInEitherOrder() {
    Set<List<Object>> logs = logs(test -> {
      for (String name : List.of("a", "b")) {
        test.worker(self -> self.postMessage(name, List.of())).setOnmessage(test.data(""));
      }
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "a"));
  }

  @Test
  void anErrorHasNoPlaceAmongTheMessages() {
    Set<List<Object>> logs = logs(test -> {
      Worker worker = test.worker(self -> {
        self.postMessage("before", List.of());
        self.setOnerror(event -> {
          self.postMessage("after", List.of());
          return false;
        });
        throw new IllegalStateException("boom");
      });
      worker.setOnmessage(test.data(""));
      worker.addEventListener("error", onAny(event -> test.log.add("error")));
      worker.setOnerror(event -> false);
    });
    String reported = "reported in realm of agent window/worker1: boom";
    assertThat(logs).containsExactlyInAnyOrder(
        List.of(reported, "before", "after", "error"),
        List.of(reported, "before", "error", "after"),
        List.of(reported, "error", "before", "after"));
  }

  /** The worker may have got far when it is terminated, also inside the task that made it. */
  @Test
  void terminateBeforeTheStartLetsTheScriptRunOrNot() {
    Set<List<Object>> logs = logs(test -> {
      test.window.newBroadcastChannel("n").setOnmessage(test.data("heard "));
      Worker worker = test.window.newWorker(realm -> {
        realm.newBroadcastChannel("n").postMessage("script");
        self(realm).postMessage("over the implicit port", List.of());
        self(realm).setOnmessage(test.data("inside "));
      });
      worker.setOnmessage(test.data("got "));
      worker.postMessage("early", List.of());
      worker.terminate();
    });
    assertThat(logs).containsExactlyInAnyOrder(
        // never ran
        List.of(),
        // ran before
        List.of("heard script"),
        // ran before, and had the message dispatched
        List.of("inside early", "heard script"),
        // by the letter, ran after, when it could not broadcast any more
        List.of("got over the implicit port"));
  }

  @Test
  void terminateFindsTheWorkerAnywhere() {
    Set<List<Object>> logs = logs(test -> {
      Worker worker = test.worker(self -> self.setOnmessage(test.data("inside ")));
      worker.postMessage(1, List.of());
      worker.postMessage(2, List.of());
      test.window.setTimeout(() -> {
        worker.terminate();
        test.log.add("terminated");
      });
    });
    assertThat(logs).containsExactlyInAnyOrder(
        List.of("terminated"),
        List.of("inside 1.0", "terminated"),
        List.of("inside 1.0", "inside 2.0", "terminated"));
  }

  @Test
  void closeCompetesWithWhatTheOwnerPosts() {
    Set<List<Object>> logs = logs(test -> {
      Worker worker = test.window.newWorker(realm -> {
        realm.setTimeout(() -> self(realm).close());
        self(realm).setOnmessage(test.data(""));
      });
      worker.postMessage(1, List.of());
      worker.postMessage(2, List.of());
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of(), List.of("1.0"), List.of("1.0", "2.0"));
  }

  @Test
  void aNestedWorkerEndsWithItsOwnerOrBefore() {
    Set<List<Object>> logs = logs(test -> {
      Worker worker = test.window.newWorker(realm -> {
        Worker nested = realm.newWorker(script(inner -> inner.postMessage("m", List.of())));
        nested.setOnmessage(on(event -> test.log.add("inside")));
      });
      test.window.setTimeout(() -> {
        worker.terminate();
        test.log.add("terminated");
      });
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("terminated"), List.of("inside", "terminated"));
  }

  /** A connection that is made while the worker starts may be announced before the first. */
  @Test
  void connectionsAreAnnouncedInAnyOrderWhileTheWorkerStarts() {
    Consumer<SubjectRealm> script = realm -> ((SharedWorkerGlobalScope) realm.global()).setOnconnect(
        on(event -> event.getPorts().get(0).setOnmessage(on(message -> event.getPorts().get(0).postMessage(
            message.getData())))));
    Set<List<Object>> logs = logs(test -> {
      for (String name : List.of("first", "second")) {
        ReferencePort port = (ReferencePort) test.window.newSharedWorker("n", script).getPort();
        port.setOnmessage(test.data(""));
        port.postMessage(name);
      }
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("first", "second"), List.of("second", "first"));
  }

  @Test
  void aConnectionFindsAWorkerBeforeItClosesOrAnotherOne() {
    Consumer<SubjectRealm> script = realm -> ((SharedWorkerGlobalScope) realm.global()).setOnconnect(on(event -> {
      event.getPorts().get(0).postMessage("connected");
      ((SharedWorkerGlobalScope) realm.global()).close();
    }));
    Set<List<Object>> logs = logs(test -> {
      test.window.newSharedWorker("n", script).getPort().setOnmessage(test.data("first "));
      test.window.newSharedWorker("n", script).getPort().setOnmessage(test.data("second "));
    });
    assertThat(logs).contains(List.of("first connected"), List.of("second connected"),
        List.of("first connected", "second connected"), List.of("second connected", "first connected"));
    assertThat(logs).hasSize(4);
  }

  @Test
  void whetherTheOutsidePortNeedsStartIsFree() {
    Consumer<SubjectRealm> script = realm -> ((SharedWorkerGlobalScope) realm.global()).setOnconnect(
        on(event -> event.getPorts().get(0).postMessage("hello")));
    Set<List<Object>> logs = logs(test -> {
      for (String name : List.of("first ", "second ")) {
        test.window.newSharedWorker("n", script).getPort().addEventListener("message", test.data(name));
      }
    });
    assertThat(logs).contains(List.of(), List.of("first hello"), List.of("second hello")).hasSize(5);
  }

  @Test
  void theEndOfAWorkerFiresCloseEventsOrNot() {
    Set<List<Object>> logs = logs(new PartsWithCloseEvent(), test -> {
      ReferencePortWithCloseEvent port =
          (ReferencePortWithCloseEvent) test.window.loop().world().parts().newPort(test.window);
      ReferencePort other = test.window.loop().world().parts().newPort(test.window);
      test.window.locked(() -> ChannelEnd.entangle(port, other));
      port.setOnclose(onAny(event -> test.log.add("closed")));
      test.worker(self -> self.setOnmessage(on(event -> self.close())))
          .postMessage("close", List.of(other));
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("closed"), List.of());
  }
}
