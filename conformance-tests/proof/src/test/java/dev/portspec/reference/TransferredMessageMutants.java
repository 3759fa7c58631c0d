package dev.portspec.reference;

import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.PlainObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with ports in a message and its list, and with what can be neither cloned nor transferred. */
final class TransferredMessageMutants {
  private TransferredMessageMutants() {}

  /** A variation of a receipt. */
  private abstract static class Receipt extends Variation {
    @Override
    final TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        @Nullable Object deserializeInternal(@Nullable Object serialized, List<Object> transferredValues) {
          return super.deserializeInternal(
              serialized, transferredValues.stream().map(value -> inMessage(targetRealm, value)).toList());
        }

        @Override
        List<ReferencePort> ports(List<Object> transferredValues) {
          return listed(super.ports(transferredValues));
        }
      };
    }

    Object inMessage(ReferenceRealm targetRealm, Object transferredValue) {
      return transferredValue;
    }

    List<ReferencePort> listed(List<ReferencePort> ports) {
      return ports;
    }
  }

  @Mutant(killedBy = "port.post.ports-identity")
  static final class TheMessageHasPortsOfItsOwn extends Receipt {
    @Override
    Object inMessage(ReferenceRealm targetRealm, Object transferredValue) {
      if (transferredValue instanceof ReferencePort) {
        exercise();
        return newPort(targetRealm);
      }
      return transferredValue;
    }
  }

  @Mutant(killedBy = "port.post.ports-all-transferred")
  static final class LeavesOutTheLastOfSeveralPorts extends Receipt {
    @Override
    List<ReferencePort> listed(List<ReferencePort> ports) {
      if (ports.size() < 2) {
        return ports;
      }
      exercise();
      return ports.subList(0, ports.size() - 1);
    }
  }

  /** A variation in which some object of the implementation can be cloned, as an empty one. */
  private abstract static class Cloning extends Variation {
    private final Class<?> type;

    Cloning(Class<?> type) {
      this.type = type;
    }

    @Override
    final StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord container(Object value) {
          if (type.isInstance(value)) {
            exercise();
            return super.container(new PlainObject());
          }
          return super.container(value);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.not-transferable")
  static final class ClonesBroadcastChannels extends Cloning {
    ClonesBroadcastChannels() {
      super(BroadcastChannel.class);
    }
  }

  @Mutant(killedBy = "channel.not-cloneable")
  static final class ClonesChannelsInAMessage extends Cloning {
    ClonesChannelsInAMessage() {
      super(MessageChannel.class);
    }
  }

  @Mutant(killedBy = "channel.not-cloneable")
  static final class AcceptsListedChannels extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      List<Object> others = transfer.stream().filter(listed -> !(listed instanceof MessageChannel)).toList();
      if (others.size() < transfer.size()) {
        exercise();
      }
      super.postMessageSteps(port, targetPort, lists(transfer, message) ? null : message, others);
    }
  }
}
