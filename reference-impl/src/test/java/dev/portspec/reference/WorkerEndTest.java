package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static dev.portspec.reference.WorkerTestWorld.script;
import static dev.portspec.reference.WorkerTestWorld.self;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.DOMException;
import dev.portspec.api.DedicatedWorkerGlobalScope;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Worker;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that close, are terminated, and end, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class WorkerEndTest {
  private final WorkerTestWorld test;
  private final CompletableFuture<ReferenceRealm> inside = new CompletableFuture<>();
  private Worker worker;

  WorkerEndTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  /** Starts a worker whose handler is given the global and the first port of each message, and settles. */
  private void start(Consumer<? super SubjectRealm> script) {
    test.runAndSettle(() -> {
      worker = test.window.newWorker(realm -> {
        inside.complete((ReferenceRealm) realm);
        script.accept(realm);
      });
      worker.setOnmessage(test.data("got "));
    });
  }

  private static void post(DedicatedWorkerGlobalScope self, Object... messages) {
    for (Object message : messages) {
      self.postMessage(message, List.of());
    }
  }

  private ReferencePort insidePort() {
    return ((ReferenceDedicatedWorkerGlobalScope) inside.join().global()).insidePort();
  }

  // close()

  @Test
  void closeDiscardsTasksAndRefusesFurtherOnes() {
    start(realm -> self(realm).setOnmessage(on(event -> {
      realm.setTimeout(() -> post(self(realm), "timer before"));
      self(realm).close();
      realm.setTimeout(() -> post(self(realm), "timer after"));
      realm.execute(() -> post(self(realm), "task"));
      post(self(realm), event.getData(), inside.join().hasEnded());
    })));
    test.runAndSettle(() -> {
      worker.postMessage("first", List.of());
      worker.postMessage("second", List.of());
    });
    assertThat(test.log).containsExactly("got first", "got false");
    assertThat(inside.join().hasEnded()).isTrue();
  }

  @Test
  void theTaskThatClosesEndsWithItsMicrotasks() {
    start(realm -> self(realm).setOnmessage(on(event -> {
      self(realm).close();
      realm.queueMicrotask(() -> {
        post(self(realm), "microtask");
        realm.queueMicrotask(() -> post(self(realm), "of a microtask"));
      });
      post(self(realm), "after close");
    })));
    test.runAndSettle(() -> worker.postMessage("close", List.of()));
    assertThat(test.log).containsExactly("got after close", "got microtask", "got of a microtask");
  }

  @Test
  void whatATopLevelScriptPostsAroundCloseArrives() {
    start(realm -> {
      post(self(realm), "before");
      self(realm).close();
      post(self(realm), "after");
    });
    test.runAndSettle(() -> worker.postMessage("to nobody", List.of()));
    assertThat(test.log).containsExactly("got before", "got after");
  }

  // terminate()

  @Test
  void terminateEmptiesTheOutsideQueueOnly() {
    start(realm -> self(realm).setOnmessage(on(event -> {
      post(self(realm), 1, 2, 3);
      event.getPorts().get(0).postMessage("over the port");
    })));
    CompletableFuture<Boolean> posted = new CompletableFuture<>();
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(test.window);
      channel.getPort1().setOnmessage(test.data(""));
      worker.postMessage("go", List.of(channel.getPort2()));
      inside.join().execute(() -> posted.complete(true));
      // a task that waits until all is here: its own loop dispatches nothing meanwhile
      test.world.runUntil(posted::isDone);
      posted.join();
      worker.setOnmessage(on(event -> {
        worker.terminate();
        worker.terminate();
        test.log.add("only " + event.getData());
      }));
    });
    assertThat(test.log).containsExactlyInAnyOrder("only 1.0", "over the port");
  }

  @Test
  void postsToATerminatedWorkerAreSilentButMustBeCloneable() {
    start(realm -> self(realm).setOnmessage(test.data("never ")));
    test.runAndSettle(() -> {
      worker.terminate();
      worker.postMessage("m", List.of());
    });
    assertThatThrownBy(() -> test.run(() -> worker.postMessage(new Thread(), List.of())))
        .isInstanceOf(DOMException.class);
    test.settle();
    assertThat(test.log).isEmpty();
    assertThat(inside.join().hasEnded()).isTrue();
  }

  @Test
  void terminateBeforeTheStartThrowsNothing() {
    test.runAndSettle(() -> {
      worker = test.worker(self -> {
        post(self, "from the script");
        test.log.add("ran");
      });
      worker.setOnmessage(test.data("got "));
      worker.terminate();
      worker.postMessage("m", List.of());
    });
    // by chance on threads; what was posted is gone
    assertThat(test.log).isSubsetOf("ran");
  }

  @Test
  void aScriptThatWaitsForEverIsAborted() {
    CompletableFuture<Boolean> waits = new CompletableFuture<>();
    start(realm -> self(realm).setOnmessage(on(event -> {
      realm.queueMicrotask(() -> test.log.add("microtask of the aborted"));
      try {
        waits.complete(true);
        if (!test.world.runUntil(() -> false)) {
          new CompletableFuture<>().get();
        }
        test.log.add("went on");
      } catch (Exception e) {
        post(self(realm), "interrupted");
      }
    })));
    test.run(() -> {
      worker.postMessage("wait for ever", List.of());
      test.window.execute(() -> {
        waits.join();
        worker.terminate();
      });
    });
    test.settle();
    assertThat(waits).isCompleted();
    assertThat(test.log).isEmpty();
    assertThat(inside.join().hasEnded()).isTrue();
  }

  // The end

  @Test
  void thePortsOfAnEndedWorkerHaveNoPartners() {
    CompletableFuture<MessagePort> taken = new CompletableFuture<>();
    start(realm -> self(realm).setOnmessage(on(event -> {
      taken.complete(event.getPorts().get(0));
      event.getPorts().get(0).setOnmessage(test.data("never "));
    })));
    ReferenceChannel channel = test.run(() -> new ReferenceChannel(test.window));
    test.runAndSettle(() -> worker.postMessage("take it", List.of(channel.getPort2())));
    test.runAndSettle(() -> {
      worker.terminate();
      channel.getPort1().postMessage("to nobody");
    });
    assertThat(channel.getPort1().entangledWith()).isNull();
    assertThat(((ReferencePort) taken.join()).portMessageQueue().isEmpty()).isTrue();
    assertThat(insidePort().entangledWith()).isNull();
    assertThat(test.log).isEmpty();
  }

  /** A port that waits in a port that waits in a port of the worker: nobody will receive either. */
  @Test
  void portsOnTheirWayToAnEndedWorkerAreParted() {
    start(realm -> self(realm).setOnmessage(on(event -> test.log.add("kept " + event.getPorts().size()))));
    ReferenceChannel carrier = test.run(() -> new ReferenceChannel(test.window));
    ReferenceChannel middle = test.run(() -> new ReferenceChannel(test.window));
    ReferenceChannel inner = test.run(() -> new ReferenceChannel(test.window));
    test.runAndSettle(() -> worker.postMessage("not started there", List.of(carrier.getPort2())));
    test.runAndSettle(() -> {
      middle.getPort1().postMessage("inner", List.of(inner.getPort2()));
      carrier.getPort1().postMessage("middle", List.of(middle.getPort2()));
    });
    assertThat(inner.getPort1().entangledWith()).isInstanceOf(PortDataHolder.class);
    test.runAndSettle(() -> worker.terminate());
    for (ReferenceChannel channel : List.of(carrier, middle, inner)) {
      assertThat(channel.getPort1().entangledWith()).isNull();
    }
    assertThat(test.log).containsExactly("kept 1");
  }

  @Test
  void portsOnTheirWayOutOfAWorkerThatClosesLiveOn() {
    start(realm -> self(realm).setOnmessage(on(event -> {
      MessagePort port = event.getPorts().get(0);
      self(realm).postMessage("back", List.of(port));
      self(realm).close();
    })));
    ReferenceChannel channel = test.run(() -> new ReferenceChannel(test.window));
    test.runAndSettle(() -> {
      worker.setOnmessage(on(event -> {
        channel.getPort1().postMessage("after the end");
        event.getPorts().get(0).setOnmessage(test.data(""));
      }));
      channel.getPort1().postMessage("before");
      worker.postMessage("m", List.of(channel.getPort2()));
    });
    assertThat(test.log).containsExactly("before", "after the end");
  }

  @Test
  void whatAWorkerBroadcastsAndHearsEndsWithIt() {
    start(realm -> realm.newBroadcastChannel("n").setOnmessage(test.data("never ")));
    test.runAndSettle(() -> {
      worker.terminate();
      test.window.newBroadcastChannel("n").postMessage("m");
    });
    assertThat(test.log).isEmpty();
    assertThat(test.world.openBroadcastChannels()).hasSize(1);
  }

  @Test
  void nestedWorkersEndWithTheirOwner() {
    List<SubjectRealm> nested = Collections.synchronizedList(new ArrayList<>());
    start(realm -> realm.newWorker(one -> {
      nested.add(one);
      one.newWorker(nested::add);
    }));
    assertThat(nested).hasSize(2).noneMatch(SubjectRealm::hasEnded);
    test.runAndSettle(() -> worker.terminate());
    assertThat(nested).hasSize(2).allMatch(SubjectRealm::hasEnded);
  }

  @Test
  void aNestedWorkerMayEndBeforeItsOwner() {
    start(realm -> {
      Worker nested = realm.newWorker(script(DedicatedWorkerGlobalScope::close));
      self(realm).setOnmessage(on(event -> {
        nested.postMessage("m", List.of());
        nested.terminate();
        post(self(realm), "lives");
      }));
    });
    test.runAndSettle(() -> worker.postMessage("m", List.of()));
    assertThat(test.log).containsExactly("got lives");
  }

  @Test
  void settlingPassesOverWorkersInEveryState() {
    test.runAndSettle(() -> {
      test.window.newWorker(null).setOnerror(onAny(event -> test.log.add("not loaded")));
      test.worker(self -> self.close());
      test.worker(self -> self.setOnmessage(test.data(""))).postMessage("idle", List.of());
      test.worker(self -> { }).terminate();
    });
    assertThat(test.log).containsExactlyInAnyOrder("not loaded", "idle");
  }
}
