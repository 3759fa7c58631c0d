package dev.portspec.reference;

import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageEventInit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one field of the event of a message, or with the place where it is fired. */
final class EventFieldMutants {
  private EventFieldMutants() {}

  private static MessageEventInit init(@Nullable Object data, List<ReferencePort> ports) {
    return new MessageEventInit(false, false, false, data, "", "", null, List.copyOf(ports));
  }

  @Mutant(killedBy = "port.post.ports-only-ports")
  static final class MakesAPortOfEachBuffer extends Variation {
    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        List<ReferencePort> ports(List<Object> transferredValues) {
          List<ReferencePort> ports = new ArrayList<>();
          for (Object value : transferredValues) {
            if (value instanceof ReferencePort port) {
              ports.add(port);
            } else {
              exercise();
              ports.add(newPort(targetRealm));
            }
          }
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-order")
  static final class ListsTheLastPortFirst extends Variation {
    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        List<ReferencePort> ports(List<Object> transferredValues) {
          List<ReferencePort> ports = new ArrayList<>(super.ports(transferredValues));
          if (ports.size() > 1) {
            exercise();
          }
          Collections.reverse(ports);
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.event-type")
  static final class FiresAPlainEvent extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      exercise();
      port.dispatch(new ReferenceEvent(port.realm(), type, init(data, ports), true));
    }
  }

  @Mutant(killedBy = "port.post.event-trusted")
  static final class FiresLikeAScript extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      exercise();
      port.dispatch(new ReferenceMessageEvent(port.realm(), type, init(data, ports), false));
    }
  }

  @Mutant(killedBy = "port.post.event-not-cancelable-effect")
  static final class LetsTheMessageBeCancelled extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      port.dispatch(
          new ReferenceMessageEvent(port.realm(), type, init(data, ports), true) {
            @Override
            public void preventDefault() {
              exercise();
              setCanceledFlag();
            }
          });
    }
  }

  @Mutant(killedBy = "port.target.default-self")
  static final class NamesTheSenderAsTarget extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      port.dispatch(
          new ReferenceMessageEvent(port.realm(), type, init(data, ports), true) {
            @Override
            public @Nullable EventTarget getTarget() {
              exercise();
              return port.entangledWith() instanceof ReferencePort sender ? sender : null;
            }
          });
    }
  }

  @Mutant(killedBy = "port.post.event-target")
  static final class FiresAtTheGlobal extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        ReferenceEventTarget messageEventTarget() {
          exercise();
          return (ReferenceEventTarget) realm.global();
        }
      };
    }
  }
}
