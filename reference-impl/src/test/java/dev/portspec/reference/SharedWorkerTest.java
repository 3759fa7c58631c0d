package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.SharedWorker;
import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.UnclaimedException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Shared workers, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class SharedWorkerTest {
  private final WorkerTestWorld test;
  private final CompletableFuture<ReferenceRealm> inside = new CompletableFuture<>();

  SharedWorkerTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private static SharedWorkerGlobalScope shared(SubjectRealm realm) {
    return (SharedWorkerGlobalScope) realm.global();
  }

  /** A script that counts its connections and answers each message with the count so far. */
  private Consumer<SubjectRealm> counting() {
    return realm -> {
      inside.complete((ReferenceRealm) realm);
      int[] connections = new int[1];
      shared(realm).setOnconnect(on(connected -> {
        connections[0]++;
        MessagePort port = connected.getPorts().get(0);
        port.setOnmessage(on(event -> {
          if (event.getData().equals("close")) {
            shared(realm).close();
          }
          port.postMessage(event.getData() + " " + connections[0]);
        }));
      }));
    };
  }

  private SharedWorker connect(String name, Consumer<SubjectRealm> script) {
    SharedWorker worker = test.run(() -> test.window.newSharedWorker(name, script));
    test.run(() -> worker.getPort().setOnmessage(test.data("")));
    return worker;
  }

  private void post(SharedWorker worker, Object message) {
    test.runAndSettle(() -> worker.getPort().postMessage(message));
  }

  @Test
  void thePortWorksFromTheBeginning() {
    test.runAndSettle(() -> {
      SharedWorker worker = test.window.newSharedWorker("n", counting());
      worker.getPort().postMessage("early");
      worker.getPort().setOnmessage(test.data(""));
      assertThat(worker.getPort()).isSameAs(worker.getPort());
    });
    assertThat(test.log).containsExactly("early 1");
  }

  @Test
  void theConnectEventCarriesThePort() {
    test.runAndSettle(() -> test.window.newSharedWorker("the name", realm -> {
      shared(realm).addEventListener("connect", onAny(event -> {
        MessageEvent connect = (MessageEvent) event;
        ReferencePort port = (ReferencePort) connect.getPorts().get(0);
        test.log.add(Arrays.asList(
            connect.getType(), connect.getData(), connect.getOrigin(), connect.getPorts().size(),
            connect.getSource() == port, connect.getIsTrusted(), port.portMessageQueue().enabled()));
      }));
      test.log.add(shared(realm).getName());
    }));
    assertThat(test.log).containsExactly("the name", List.of("connect", "", "", 1, true, true, false));
  }

  @Test
  void oneScriptAndNameAreOneWorker() {
    Consumer<SubjectRealm> script = counting();
    SharedWorker first = connect("n", script);
    SharedWorker second = connect("n", script);
    test.settle();
    post(first, "first");
    post(second, "second");
    assertThat(test.log).containsExactly("first 2", "second 2");
  }

  @Test
  void anotherNameOrScriptIsAnotherWorker() {
    Consumer<SubjectRealm> script = counting();
    SharedWorker first = connect("n", script);
    SharedWorker second = connect("m", script);
    SharedWorker third = connect("n", counting());
    post(first, "first");
    post(second, "second");
    post(third, "third");
    assertThat(test.log).containsExactly("first 1", "second 1", "third 1");
  }

  @Test
  void otherAgentsFindItToo() {
    Consumer<SubjectRealm> script = counting();
    SharedWorker mine = connect("n", script);
    test.settle();
    ReferenceRealm other = test.world.newAgent("other");
    other.execute(() -> {
      SharedWorker theirs = other.newSharedWorker("n", script);
      theirs.getPort().setOnmessage(test.data("other: "));
      theirs.getPort().postMessage("m");
    });
    test.settle();
    post(mine, "m");
    assertThat(test.log).containsExactly("other: m 2", "m 2");
  }

  @Test
  void afterItHasClosedAnotherOneIsStarted() {
    Consumer<SubjectRealm> script = counting();
    SharedWorker first = connect("n", script);
    post(first, "close");
    assertThat(inside.join().hasEnded()).isTrue();
    SharedWorker second = connect("n", script);
    post(first, "to nobody");
    post(second, "second");
    assertThat(test.log).containsExactly("close 1", "second 1");
  }

  @Test
  void aScriptThatCannotBeLoadedFailsForEachConnection() {
    for (int i = 0; i < 2; i++) {
      test.runAndSettle(() -> {
        SharedWorker worker = test.window.newSharedWorker("n", null);
        worker.setOnerror(onAny(event -> test.log.add(event.getType() + " " + event.getClass().getSimpleName())));
        worker.getPort().setOnmessage(test.data("never "));
        worker.getPort().postMessage("m");
      });
    }
    assertThat(test.log).containsExactly("error ReferenceEvent", "error ReferenceEvent");
    assertThat(test.world.sharedWorkers()).isEmpty();
  }

  @Test
  void itsExceptionsStayInside() {
    test.runAndSettle(() -> {
      SharedWorker worker = test.window.newSharedWorker("n", realm -> {
        shared(realm).setOnerror(onAny(event -> test.log.add("inside")));
        shared(realm).setOnconnect(on(event -> event.getPorts().get(0).postMessage("connected")));
        throw new IllegalStateException("boom");
      });
      worker.setOnerror(onAny(event -> test.log.add("never")));
      test.window.global().addEventListener("error", onAny(event -> test.log.add("never")));
      worker.getPort().setOnmessage(test.data(""));
    });
    assertThat(test.log).containsExactly(
        "reported in realm of agent shared worker 1: boom", "inside", "connected");
  }

  @Test
  void itMayHaveWorkersThatEndWithIt() {
    CompletableFuture<SubjectRealm> nested = new CompletableFuture<>();
    SharedWorker worker = test.run(() -> test.window.newSharedWorker("n", realm -> {
      realm.newWorker(nested::complete);
      shared(realm).setOnconnect(on(connected -> connected.getPorts().get(0).setOnmessage(
          on(event -> shared(realm).close()))));
    }));
    test.settle();
    assertThat(nested.join().hasEnded()).isFalse();
    post(worker, "close");
    assertThat(nested.join().hasEnded()).isTrue();
  }

  @Test
  void workersCannotConnectButMayBeHandedThePort() {
    test.runAndSettle(() -> test.window.newWorker(realm -> assertThatThrownBy(
            () -> realm.newSharedWorker("n", counting())).isInstanceOf(UnclaimedException.class)));
    assertThat(test.log).isEmpty();
    test.runAndSettle(() -> test.worker(self -> self.setOnmessage(on(event -> {
      event.getPorts().get(0).setOnmessage(test.data("worker got "));
      event.getPorts().get(0).postMessage("hello");
    }))).postMessage("", List.of(test.window.newSharedWorker("n", counting()).getPort())));
    assertThat(test.log).containsExactly("worker got hello 1");
  }

  @Test
  void itHandsOutTheEndsOfAChannelBetweenTwoAgents() {
    Consumer<SubjectRealm> broker = realm -> {
      MessageChannel channel = realm.newMessageChannel();
      List<MessagePort> ends = List.of(channel.getPort1(), channel.getPort2());
      int[] next = new int[1];
      shared(realm).setOnconnect(on(event ->
          event.getPorts().get(0).postMessage("an end", List.of(ends.get(next[0]++)))));
    };
    for (String name : List.of("left", "right")) {
      ReferenceRealm agent = test.world.newAgent(name);
      agent.execute(() -> agent.newSharedWorker("broker", broker).getPort().setOnmessage(on(event -> {
        MessagePort end = event.getPorts().get(0);
        end.setOnmessage(test.data(name + " hears "));
        end.postMessage(name);
      })));
    }
    test.settle();
    assertThat(test.log).containsExactlyInAnyOrder("left hears right", "right hears left");
  }
}
