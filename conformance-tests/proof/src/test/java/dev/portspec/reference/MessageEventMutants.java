package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the attributes of message events, received or made. */
final class MessageEventMutants {
  private MessageEventMutants() {}

  @Mutant(killedBy = "mevent.inherits-event")
  static final class LacksAMemberOfEvent extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public boolean getComposed() {
          exercise();
          throw new UnsupportedOperationException("composed");
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.data.stable")
  static final class ClonesOnEachRead extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public @Nullable Object getData() {
          if (!isTrusted) {
            return super.getData();
          }
          exercise();
          return realm.structuredClone(super.getData(), List.of());
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.origin.null-concept")
  static final class SerializesNoOrigin extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public String getOrigin() {
          if (!super.getOrigin().isEmpty()) {
            return super.getOrigin();
          }
          exercise();
          return "null";
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.ports.copied")
  static final class KeepsTheListOfPorts extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      List<MessagePort> ports = Collections.unmodifiableList(init.ports());
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<MessagePort> getPorts() {
          exercise();
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.ports.copied")
  static final class GivesTheListOfPortsBack extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<MessagePort> getPorts() {
          exercise();
          return init.ports();
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.ports.frozen")
  static final class PortsCanBeChanged extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      List<MessagePort> ports = new ArrayList<>(init.ports());
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<MessagePort> getPorts() {
          exercise();
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.ports.same-object")
  static final class CopiesPortsOnEachRead extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<MessagePort> getPorts() {
          exercise();
          return ReferenceRealm.frozen(super.getPorts());
        }
      };
    }
  }
}
