package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.script;
import static dev.portspec.reference.WorkerTestWorld.self;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessagePort;
import dev.portspec.api.Worker;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.ScriptAborted;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers on threads: those that compute or wait for ever, and no thread that is left behind. */
@Timeout(60)
class WorkerThreadsTest {
  private final WorkerTestWorld test = new WorkerTestWorld(Scheduling.THREADS);
  private final CompletableFuture<ReferenceRealm> inside = new CompletableFuture<>();

  @AfterEach
  void close() {
    test.close();
  }

  private static void awaitNoThreadOf(String agent) {
    while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals("portspec agent " + agent))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aWorkerThatPostsForEverEnds() {
    CompletableFuture<Worker> made = new CompletableFuture<>();
    test.run(() -> {
      Worker worker = test.worker(self -> self.setOnmessage(on(event -> {
        for (int i = 0; ; i++) {
          self.postMessage(i, List.of());
        }
      })));
      worker.setOnmessage(on(event -> {
        worker.terminate();
        test.log.add(event.getData());
      }));
      worker.postMessage("go", List.of());
      made.complete(worker);
    });
    test.settle();
    assertThat(test.log).containsExactly(0.0);
    awaitNoThreadOf("window/worker1");
  }

  @Test
  void aScriptThatCatchesEverythingIsLeftAloneAndHasNoEffects() throws Exception {
    CountDownLatch runs = new CountDownLatch(1);
    AtomicBoolean mayEnd = new AtomicBoolean();
    CompletableFuture<Worker> made = new CompletableFuture<>();
    test.run(() -> {
      Worker worker = test.window.newWorker(realm -> {
        inside.complete((ReferenceRealm) realm);
        runs.countDown();
        while (!mayEnd.get()) {
          Thread.onSpinWait();
        }
        for (int i = 0; i < 2; i++) {
          try {
            self(realm).postMessage("after the end", List.of());
          } catch (ScriptAborted e) {
            test.log.add(e.getMessage());
          }
        }
        realm.queueMicrotask(() -> test.log.add("never"));
      });
      worker.setOnmessage(test.data("got "));
      made.complete(worker);
    });
    runs.await();
    test.run(() -> made.join().terminate());
    test.settle();
    assertThat(inside.join().hasEnded()).isTrue();
    assertThat(test.log).isEmpty();

    mayEnd.set(true);
    awaitNoThreadOf("window/worker1");
    test.settle();
    assertThat(test.log).containsExactly("the worker was terminated", "the worker was terminated");
  }

  @Test
  void closingAWorldWithWorkersInEveryStateLeavesNoThread() throws Exception {
    CountDownLatch busy = new CountDownLatch(3);
    test.run(() -> {
      test.window.newWorker(null);
      test.worker(self -> self.close());
      test.worker(self -> self.setOnmessage(test.data("never ")));
      test.worker(self -> { }).terminate();
      // computes
      test.window.newWorker(realm -> {
        busy.countDown();
        while (true) {
          realm.newMessageChannel();
        }
      });
      // waits, as does one that it owns
      test.window.newWorker(realm -> {
        realm.newWorker(nested -> waitForEver(busy));
        waitForEver(busy);
      });
    });
    busy.await();
    test.close();
    assertThat(test.world.settle()).isFalse();
    for (int i = 1; i <= 6; i++) {
      awaitNoThreadOf("window/worker" + i);
    }
    awaitNoThreadOf("window/worker6/worker1");
    awaitNoThreadOf("window");
    assertThat(test.log).isEmpty();
  }

  private static void waitForEver(CountDownLatch reached) {
    reached.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("aborted, so not reported", e);
    }
  }

  /** Ports go round between workers that are terminated meanwhile: everything else arrives, and nothing hangs. */
  @RepeatedTest(20)
  void workersThatAreTerminatedInTheMiddleOfAnything() {
    Random random = new Random(test.hashCode());
    List<Object> received = Collections.synchronizedList(new ArrayList<>());
    test.runAndSettle(() -> {
      List<Worker> workers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Worker worker = test.window.newWorker(WorkerThreadsTest::echo);
        workers.add(worker);
        worker.setOnmessage(on(event -> {
          received.add(event.getData());
          Worker next = workers.get(random.nextInt(workers.size()));
          next.postMessage("pass it on", new ArrayList<>(event.getPorts()));
          if (random.nextInt(20) == 0) {
            worker.terminate();
          }
        }));
      }
      for (Worker worker : workers) {
        worker.postMessage("pass it on", List.of(test.window.newMessageChannel().getPort1()));
      }
      // one that lives
      Worker last = test.window.newWorker(script(self -> self.setOnmessage(
          on(event -> self.postMessage(event.getData(), List.of())))));
      last.setOnmessage(test.data(""));
      for (int i = 0; i < 100; i++) {
        last.postMessage("m" + i, List.of());
      }
      workers.get(0).terminate();
      setTimeouts(workers, 30);
    });
    assertThat(test.log).hasSize(100).first().isEqualTo("m0");
    assertThat(test.log).last().isEqualTo("m99");
  }

  private void setTimeouts(List<Worker> workers, int left) {
    if (left == 0) {
      workers.forEach(Worker::terminate);
    } else {
      test.window.setTimeout(() -> setTimeouts(workers, left - 1));
    }
  }

  /** Hands a port back, and posts to its partner, wherever that is. */
  private static void echo(SubjectRealm realm) {
    self(realm).setOnmessage(on(event -> {
      for (MessagePort port : event.getPorts()) {
        port.postMessage("here");
      }
      self(realm).postMessage("back", new ArrayList<>(event.getPorts()));
    }));
  }

  @Test
  void workersAreCheap() {
    test.run(() -> spawn(500));
    test.settle();
    assertThat(test.log).hasSize(500);
  }

  /** Each worker answers once and is terminated, then comes the next. */
  private void spawn(int left) {
    if (left > 0) {
      Worker worker = test.worker(self -> self.postMessage(left, List.of()));
      worker.setOnmessage(on(event -> {
        test.log.add(event.getData());
        worker.terminate();
        spawn(left - 1);
      }));
    }
  }
}
