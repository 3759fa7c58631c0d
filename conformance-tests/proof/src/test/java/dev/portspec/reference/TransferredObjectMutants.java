package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.BufferView;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import dev.portspec.reference.SerializedWithTransfer.Deserialized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the objects that are transferred, where they were and where they arrive. */
final class TransferredObjectMutants {
  private TransferredObjectMutants() {}

  /** Some buffers are transferred in another way. */
  private abstract static class Buffers extends Variation {
    private final Predicate<ArrayBuffer> which;
    private final UnaryOperator<ArrayBuffer> transfer;

    Buffers(Predicate<ArrayBuffer> which, UnaryOperator<ArrayBuffer> transfer) {
      this.which = which;
      this.transfer = transfer;
    }

    @Override
    final TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Object transfer(Object transferable) {
          if (!(transferable instanceof ArrayBuffer buffer) || !which.test(buffer)) {
            return super.transfer(transferable);
          }
          exercise();
          return transfer.apply(buffer);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class CopiesListedBuffers extends Buffers {
    CopiesListedBuffers() {
      super(buffer -> !buffer.resizable(), buffer -> new ArrayBuffer(buffer.toByteArray()));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-contents-moved")
  static final class LosesTheBytes extends Buffers {
    LosesTheBytes() {
      super(buffer -> !buffer.resizable(), buffer -> new ArrayBuffer(new byte[buffer.transfer().byteLength()]));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-resizable")
  static final class FixesTheLengthOfListedBuffers extends Buffers {
    FixesTheLengthOfListedBuffers() {
      super(ArrayBuffer::resizable, buffer -> new ArrayBuffer(buffer.transfer().toByteArray()));
    }
  }

  @Mutant(killedBy = "sc.wt.view-follows")
  static final class CopiesListedBuffersForViews extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord view(BufferView view) {
          if (!(remembered(view.buffer()) instanceof SerializedRecord.Transferred) || isOutOfBounds(view)) {
            return super.view(view);
          }
          exercise();
          SerializedRecord copy = buffer((ArrayBuffer) view.buffer());
          return new SerializedRecord.View(copy, view.kind(), view.byteOffset(), view.recordedLength());
        }
      };
    }
  }

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

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class CopiesListedResizableBuffers extends Buffers {
    CopiesListedResizableBuffers() {
      super(ArrayBuffer::resizable, buffer -> new ArrayBuffer(buffer.toByteArray(), buffer.maxByteLength()));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-resizable")
  static final class ForgetsTheMaximumOfListedBuffers extends Buffers {
    ForgetsTheMaximumOfListedBuffers() {
      super(ArrayBuffer::resizable, buffer -> {
        byte[] bytes = buffer.transfer().toByteArray();
        return new ArrayBuffer(bytes, bytes.length);
      });
    }
  }
}
