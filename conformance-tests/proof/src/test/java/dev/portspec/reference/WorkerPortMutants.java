package dev.portspec.reference;

import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageEventInit;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the two implicit ports of a worker, and with the events of their messages. */
final class WorkerPortMutants {
  private WorkerPortMutants() {}

  private static MessageEventInit init(
      @Nullable Object data, String origin, @Nullable Object source, List<ReferencePort> ports) {
    return new MessageEventInit(false, false, false, data, origin, "", source, List.copyOf(ports));
  }

  @Mutant(killedBy = "worker.outside-port.target")
  static final class FiresAtTheHiddenPort extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void setMessageEventTarget(ReferenceEventTarget messageEventTarget) {
          if (messageEventTarget instanceof ReferenceWorker) {
            exercise();
          } else {
            super.setMessageEventTarget(messageEventTarget);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "worker.inside-port.target")
  static final class NamesTheInsidePortAsTarget extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (!WorkerVariation.isInside(port)) {
        super.fire(port, type, data, ports);
        return;
      }
      exercise();
      port.messageEventTarget().dispatch(
          new ReferenceMessageEvent(port.realm(), type, init(data, "", null, ports), true) {
            @Override
            public EventTarget getTarget() {
              return port;
            }
          });
    }
  }

  @Mutant(killedBy = "worker.ports-entangled")
  static final class EntanglesAfterTheScript extends WorkerVariation {
    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      exercise();
      ReferencePort outsidePort = global.worker.outsidePort;
      global.realm().locked(() -> ChannelEnd.separate(outsidePort));
      super.start(global, script);
      global.realm().locked(() -> ChannelEnd.entangle(outsidePort, global.insidePort()));
    }
  }

  @Mutant(killedBy = "worker.ports-entangled")
  static final class MixesUpTwoWorkers extends Variation {
    private @Nullable ReferenceWorker before;

    @Override
    ReferenceWorker newWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
      ReferenceWorker worker = super.newWorker(realm, script);
      ReferenceWorker other = before;
      before = worker;
      if (other != null && other.realm() == realm) {
        exercise();
        realm.locked(() -> {
          ChannelEnd.entangle(worker.outsidePort, other.workerGlobalScope.insidePort());
          ChannelEnd.entangle(other.outsidePort, worker.workerGlobalScope.insidePort());
        });
      }
      return worker;
    }
  }

  @Mutant(killedBy = "worker.event-fields")
  static final class SaysWhereAWorkerComesFrom extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      boolean outside = WorkerVariation.isOutside(port);
      if (outside) {
        exercise();
      }
      port.messageEventTarget().dispatch(
          ReferenceMessageEvent.fired(port.realm(), type, data, outside ? "https://worker.example" : "", ports));
    }
  }

  @Mutant(killedBy = "worker.event-fields")
  static final class GivesTheInsidePortAsSource extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      boolean inside = WorkerVariation.isInside(port);
      if (inside) {
        exercise();
      }
      port.messageEventTarget().dispatch(
          new ReferenceMessageEvent(port.realm(), type, init(data, "", inside ? port : null, ports), true));
    }
  }

  @Mutant(killedBy = "worker.messageerror-on-worker")
  static final class FiresMessageerrorAtTheHiddenPort extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (type.equals("messageerror") && WorkerVariation.isOutside(port)) {
        exercise();
        port.dispatch(ReferenceMessageEvent.fired(port.realm(), type, data, "", ports));
      } else {
        super.fire(port, type, data, ports);
      }
    }
  }

  @Mutant(killedBy = "worker.messageerror-on-worker")
  static final class AnUnreadableMessageOfAWorkerIsNull extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      boolean unreadable = type.equals("messageerror") && WorkerVariation.isOutside(port);
      if (unreadable) {
        exercise();
      }
      super.fire(port, unreadable ? "message" : type, data, ports);
    }
  }
}
