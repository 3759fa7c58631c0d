package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static dev.portspec.reference.WorkerTestWorld.script;
import static dev.portspec.reference.WorkerTestWorld.self;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Worker;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes between a worker and its owner, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class WorkerTest {
  private final WorkerTestWorld test;

  WorkerTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void messagesGoBothWaysInOrder() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.postMessage("hello", List.of());
        self.setOnmessage(on(event -> self.postMessage(event.getData() + "!", List.of())));
      });
      worker.setOnmessage(test.data(""));
      worker.postMessage("a", List.of());
      worker.postMessage("b", List.of());
    });
    assertThat(test.log).containsExactly("hello", "a!", "b!");
  }

  @Test
  void eventsHaveTheAttributesOfPortMessages() {
    Worker worker = test.run(() -> {
      Worker made = test.worker(self -> self.addEventListener("message", on(event -> {
        test.log.add(event.getTarget() == self);
        test.log.add(event.getPorts().size());
        self.postMessage("answer", List.of());
      })));
      made.addEventListener("message", on(event -> {
        test.log.add(event.getTarget() == made);
        test.log.add(List.of(event.getOrigin(), event.getLastEventId(), event.getPorts(), event.getIsTrusted()));
        test.log.add(event.getSource());
      }));
      made.postMessage("m", List.of(test.window.newMessageChannel().getPort1()));
      return made;
    });
    test.settle();
    assertThat(test.log).containsExactly(true, 1, true, List.of("", "", List.of(), true), null);
    assertThat(worker).isNotInstanceOf(MessagePort.class);
  }

  @Test
  void nothingIsDispatchedBeforeTheScriptHasRun() {
    test.runAndSettle(() -> {
      Worker worker = test.window.newWorker(realm -> {
        realm.queueMicrotask(() -> test.log.add("microtask"));
        realm.setTimeout(() -> test.log.add("timer"));
        test.log.add("script");
        self(realm).setOnmessage(test.data(""));
      });
      worker.postMessage("early", List.of());
    });
    assertThat(test.log.subList(0, 2)).containsExactly("script", "microtask");
    assertThat(test.log.subList(2, 4)).containsExactlyInAnyOrder("early", "timer");
  }

  @Test
  void aHandlerThatComesLateMissesWhatWasDispatched() {
    test.runAndSettle(() -> {
      Worker worker = test.window.newWorker(realm -> self(realm).addEventListener("message", on(event -> {
        self(realm).setOnmessage(test.data("late: "));
        test.log.add(event.getData());
      })));
      worker.postMessage(1, List.of());
      worker.postMessage(2, List.of());
    });
    assertThat(test.log).containsExactly(1.0, 2.0, "late: 2.0");
  }

  @Test
  void bothPostMessagesAreThoseOfPorts() {
    Worker worker = test.run(() -> test.worker(self -> {
      try {
        self.postMessage(new Thread(), List.of());
      } catch (DOMException e) {
        self.postMessage(e.name(), List.of());
      }
    }));
    test.run(() -> worker.setOnmessage(test.data("")));
    ArrayBuffer buffer = new ArrayBuffer(new byte[8]);
    assertThatThrownBy(() -> test.run(() -> worker.postMessage(new Thread(), List.of(buffer))))
        .isInstanceOf(DOMException.class);
    assertThat(buffer.detached()).isFalse();
    test.runAndSettle(() -> worker.postMessage("m", List.of(buffer)));
    assertThat(buffer.detached()).isTrue();
  }

  @Test
  void aValueThatCannotBeReceivedIsAMessageerror() {
    HostSerializable undeserializable = () -> () -> {
      throw new IllegalStateException("no");
    };
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> {
        self.setOnmessageerror(onAny(event -> test.log.add("inside")));
        self.postMessage(undeserializable, List.of());
      });
      worker.setOnmessageerror(onAny(event -> test.log.add("outside: " + (event.getTarget() == worker))));
      worker.postMessage(undeserializable, List.of());
    });
    assertThat(test.log).containsExactlyInAnyOrder("inside", "outside: true");
  }

  @Test
  void portsGoInAndOutWithTheirQueues() {
    test.runAndSettle(() -> {
      Worker worker = test.worker(self -> self.setOnmessage(on(event -> {
        MessagePort port = event.getPorts().get(0);
        port.postMessage("by the way");
        self.postMessage("back", List.of(port));
        ReferencePort partner = (ReferencePort) port;
        test.log.add("detached in the worker: " + partner.detached());
      })));
      ReferenceChannel channel = new ReferenceChannel(test.window);
      channel.getPort1().postMessage(1);
      channel.getPort1().postMessage(2);
      worker.postMessage("a port", List.of(channel.getPort2()));
      channel.getPort1().postMessage(3);
      channel.getPort1().setOnmessage(test.data("port1: "));
      worker.setOnmessage(on(event -> {
        channel.getPort1().postMessage(4);
        event.getPorts().get(0).setOnmessage(test.data("port2: "));
      }));
    });
    assertThat(test.log.stream().filter(entry -> entry.toString().startsWith("port2")))
        .containsExactly("port2: 1.0", "port2: 2.0", "port2: 3.0", "port2: 4.0");
    assertThat(test.log).contains("port1: by the way", "detached in the worker: true").hasSize(6);
  }

  @Test
  void twoWorkersTalkOverAChannel() {
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(test.window);
      for (ReferencePort port : List.of(channel.getPort1(), channel.getPort2())) {
        Worker worker = test.worker(self -> self.setOnmessage(on(event -> {
          MessagePort mine = event.getPorts().get(0);
          mine.setOnmessage(on(
              message -> self.postMessage(event.getData() + " heard " + message.getData(), List.of())));
          mine.postMessage(event.getData());
        })));
        worker.setOnmessage(test.data(""));
        worker.postMessage(port == channel.getPort1() ? "left" : "right", List.of(port));
      }
    });
    assertThat(test.log).containsExactlyInAnyOrder("left heard right", "right heard left");
  }

  @Test
  void aWorkerMayHaveWorkers() {
    test.runAndSettle(() -> {
      Worker worker = test.window.newWorker(realm -> {
        Worker nested = realm.newWorker(script(inner -> inner.setOnmessage(
            on(event -> inner.postMessage(event.getData() + " nested", List.of())))));
        nested.setOnmessage(on(event -> self(realm).postMessage(event.getData(), List.of())));
        self(realm).setOnmessage(on(event -> nested.postMessage(event.getData(), List.of())));
      });
      worker.setOnmessage(test.data(""));
      worker.postMessage("to the", List.of());
    });
    assertThat(test.log).containsExactly("to the nested");
  }

  @Test
  void otherAgentsConnectToAWorkerAndExecuteInIt() {
    test.runAndSettle(() -> test.window.newWorker(realm -> {
      ReferenceRealm worker = (ReferenceRealm) realm;
      test.log.add("script");
      test.window.execute(() -> {
        worker.execute(() -> test.log.add(worker + ", ended: " + worker.hasEnded()));
        test.window.connect(worker, port -> port.setOnmessage(test.data(""))).postMessage("over a port");
      });
    }));
    assertThat(test.log).containsExactly(
        "script", "realm of agent window/worker1, ended: false", "over a port");
  }

  @Test
  void aScriptThatCannotBeLoadedIsAnErrorAtTheWorkerAndNothingElse() {
    ReferenceChannel channel = test.run(() -> new ReferenceChannel(test.window));
    Worker worker = test.run(() -> {
      Worker made = test.window.newWorker(null);
      made.setOnerror(onAny(event -> test.log.add(
          event.getType() + " " + event.getClass().getSimpleName() + " " + event.getCancelable())));
      made.postMessage("early", List.of(channel.getPort2()));
      return made;
    });
    test.settle();
    test.runAndSettle(() -> {
      worker.postMessage("late", List.of());
      channel.getPort1().postMessage("to nobody");
      worker.terminate();
    });
    assertThat(test.log).containsExactly("error ReferenceEvent false");
    assertThat(channel.getPort2().detached()).isTrue();
  }
}
