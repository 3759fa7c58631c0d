package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import dev.portspec.reference.SerializedWithTransfer.Deserialized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the objects that are transferred, where they were and where they arrive. */
final class TransferredObjectMutants {
  private TransferredObjectMutants() {}

  @Mutant(killedBy = "sc.wt.unreferenced-still-moved")
  static final class TransfersOnlyWhatIsMentioned extends Variation {
    private final Set<Object> mentioned = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable Object remembered(Object value) {
          mentioned.add(value);
          return super.remembered(value);
        }
      };
    }

    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Object transfer(Object transferable) {
          if (mentioned.contains(transferable)) {
            return super.transfer(transferable);
          }
          exercise();
          return new ArrayBuffer(new byte[0]);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.platform-detached-flag", seenIn = "oven-sh/bun#34725")
  static final class DoesNotMarkTransferredPorts extends Variation {
    private final Set<Object> unmarked = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        boolean isDetached(Object transferable) {
          if (unmarked.contains(transferable)) {
            exercise();
            return false;
          }
          return super.isDetached(transferable);
        }

        @Override
        Object transfer(Object transferable) {
          if (transferable instanceof ReferencePort) {
            unmarked.add(transferable);
          }
          return super.transfer(transferable);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.result-order")
  static final class MixesTheTransferredUp extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        List<Object> transferDataHolders(List<Object> transferList) {
          List<Object> around = new ArrayList<>(super.transferDataHolders(transferList));
          if (around.size() > 1) {
            exercise();
            Collections.reverse(around);
          }
          return around;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.dwt.order")
  static final class TurnsThePortsAround extends Variation {
    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        List<ReferencePort> ports(List<Object> transferredValues) {
          List<ReferencePort> around = new ArrayList<>(super.ports(transferredValues));
          if (around.size() > 1) {
            exercise();
            Collections.reverse(around);
          }
          return around;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.dwt.identity")
  static final class PutsAnotherPortIntoTheMessage extends ReceivedAs<ReferencePort> {
    PutsAnotherPortIntoTheMessage() {
      super(ReferencePort.class, port -> true, port -> new ReferencePort(port.realm()));
    }
  }

  @Mutant(killedBy = "sc.dwt.identity")
  static final class CopiesAMovedBufferForTheMessage extends Variation {
    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        boolean isRemembered(SerializedRecord serialized) {
          return !(serialized instanceof SerializedRecord.Transferred) && super.isRemembered(serialized);
        }

        @Override
        @Nullable Object create(SerializedRecord serialized) {
          Object value = super.create(serialized);
          if (serialized instanceof SerializedRecord.Transferred && value instanceof ArrayBuffer buffer
              && !buffer.resizable()) {
            exercise();
            return new ArrayBuffer(buffer.toByteArray());
          }
          return value;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.dwt.received-first")
  static final class GivesThePortsOfAFailedMessageBack extends Variation {
    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        Deserialized deserialize(@Nullable Object serialized, List<Object> transferDataHolders) {
          try {
            deserializeInternal(serialized, transferDataHolders);
          } catch (RuntimeException failure) {
            targetRealm.locked(() -> transferDataHolders.forEach(this::giveBack));
            throw failure;
          }
          return super.deserialize(serialized, transferDataHolders);
        }

        private void giveBack(Object transferDataHolder) {
          if (transferDataHolder instanceof PortDataHolder holder && holder.entangledWith() != null) {
            exercise();
            ChannelEnd.entangle(holder.entangledWith(), holder.original());
            holder.portMessageQueue().setEnabled(true);
          }
        }
      };
    }
  }
}
