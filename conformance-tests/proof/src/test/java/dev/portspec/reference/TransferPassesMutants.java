package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a message with a transfer list is serialized, and with what is detached then. */
final class TransferPassesMutants {
  private TransferPassesMutants() {}

  @Mutant(killedBy = "sc.wt.phase2-serialize")
  static final class RefusesListedPorts extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable Object remembered(Object value) {
          if (value instanceof ReferencePort && super.remembered(value) != null) {
            exercise();
            throw dataCloneError("a port cannot be cloned");
          }
          return super.remembered(value);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.root-listed")
  static final class LosesAListedMessage extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
          if (value == null || !memory.containsKey(value)) {
            return super.serializeInternal(value, memory);
          }
          exercise();
          return Undefined.UNDEFINED;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.phase2-failure-detaches-nothing")
  static final class TransfersThoughTheMessageFails extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
          List<Object> listed = List.copyOf(memory.keySet());
          try {
            return super.serializeInternal(value, memory);
          } catch (RuntimeException failure) {
            exercise();
            transferDataHolders(listed);
            throw failure;
          }
        }
      };
    }
  }

  /** Some detached elements are taken as if they were not. */
  private abstract static class TakesDetached extends Variation {
    private final Predicate<Object> which;

    TakesDetached(Predicate<Object> which) {
      this.which = which;
    }

    @Override
    final TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        boolean isDetached(Object transferable) {
          return !which.test(transferable) && super.isDetached(transferable);
        }

        @Override
        Object transfer(Object transferable) {
          if (!super.isDetached(transferable)) {
            return super.transfer(transferable);
          }
          exercise();
          return transferable instanceof ArrayBuffer ? new ArrayBuffer(new byte[0]) : super.transfer(transferable);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.phase3-detached-buffer")
  static final class TransfersDetachedBuffers extends TakesDetached {
    TransfersDetachedBuffers() {
      super(ArrayBuffer.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.wt.phase3-detached-object")
  static final class TransfersDetachedPorts extends TakesDetached {
    TransfersDetachedPorts() {
      super(ReferencePort.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.wt.phase3-interleaved")
  static final class SkipsDetachedElements extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        List<Object> transferDataHolders(List<Object> transferList) {
          List<Object> before = new ArrayList<>(transferList);
          before.removeIf(this::isDetached);
          if (before.isEmpty() || before.size() == transferList.size()) {
            return super.transferDataHolders(transferList);
          }
          exercise();
          return super.transferDataHolders(before);
        }
      };
    }
  }
}
