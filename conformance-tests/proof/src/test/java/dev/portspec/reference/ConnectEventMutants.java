package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the connect event of a shared worker, and with the port that it carries. */
final class ConnectEventMutants {
  private ConnectEventMutants() {}

  /** A variation that fires another event for a connection. */
  private abstract static class Firing extends Variation {
    ReferenceMessageEvent event(ReferenceRealm realm, ReferencePort insidePort) {
      return new ReferenceMessageEvent(realm, "connect", init(insidePort), true);
    }

    MessageEventInit init(ReferencePort insidePort) {
      return init("", "", insidePort, insidePort);
    }

    static MessageEventInit init(
        @Nullable Object data, String origin, @Nullable Object source, MessagePort... ports) {
      return new MessageEventInit(false, false, false, data, origin, "", source, List.of(ports));
    }

    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void fireConnect(ReferencePort insidePort) {
          exercise();
          dispatch(event(realm, insidePort));
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.connect.fires")
  static final class ConnectsBeforeTheScript extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void start(ReferencePort outsidePort, ReferencePort insidePort, Consumer<? super SubjectRealm> script) {
          exercise();
          fireConnect(insidePort);
          super.start(outsidePort, insidePort, script);
        }

        @Override
        void connect(ReferencePort insidePort) {}
      };
    }
  }

  @Mutant(killedBy = "sworker.connect.type")
  static final class CallsAConnectionAMessage extends Firing {
    @Override
    ReferenceMessageEvent event(ReferenceRealm realm, ReferencePort insidePort) {
      return new ReferenceMessageEvent(realm, "message", init(insidePort), true);
    }

    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void set(String type, @Nullable EventListener value) {
          super.set(type.equals("connect") ? "message" : type, value);
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.connect.data-empty-string")
  static final class ConnectsWithNull extends Firing {
    @Override
    MessageEventInit init(ReferencePort insidePort) {
      return init(null, "", insidePort, insidePort);
    }
  }

  @Mutant(killedBy = "sworker.connect.origin-empty")
  static final class SaysWhoConnects extends Firing {
    @Override
    MessageEventInit init(ReferencePort insidePort) {
      return init("", "https://window.example", insidePort, insidePort);
    }
  }

  @Mutant(killedBy = "sworker.connect.source")
  static final class ConnectsWithoutASource extends Firing {
    @Override
    MessageEventInit init(ReferencePort insidePort) {
      return init("", "", null, insidePort);
    }
  }

  @Mutant(killedBy = "sworker.connect.ports")
  static final class CarriesTheInsidePortTwice extends Firing {
    @Override
    MessageEventInit init(ReferencePort insidePort) {
      return init("", "", insidePort, insidePort, insidePort);
    }
  }

  @Mutant(killedBy = "sworker.connect.ports")
  static final class ListsTheInsidePortAfresh extends Firing {
    @Override
    ReferenceMessageEvent event(ReferenceRealm realm, ReferencePort insidePort) {
      return new ReferenceMessageEvent(realm, "connect", init(insidePort), true) {
        @Override
        public List<MessagePort> getPorts() {
          return ReferenceRealm.frozen(super.getPorts());
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.connect.each-connection")
  static final class HandsOutTheFirstPortAgain extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        private @Nullable ReferencePort first;

        @Override
        void fireConnect(ReferencePort insidePort) {
          if (first == null) {
            first = insidePort;
          } else {
            exercise();
          }
          super.fireConnect(first);
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.connect.onconnect")
  static final class HasNoHandlerForConnections extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void set(String type, @Nullable EventListener value) {
          if (type.equals("connect")) {
            exercise();
          } else {
            super.set(type, value);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.inside-port.disabled")
  static final class EnablesTheInsidePort extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void fireConnect(ReferencePort insidePort) {
          super.fireConnect(insidePort);
          exercise();
          insidePort.enableAtStart();
        }
      };
    }
  }
}
