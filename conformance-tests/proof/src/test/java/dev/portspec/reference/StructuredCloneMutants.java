package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.DOMException;
import dev.portspec.api.Undefined;
import dev.portspec.reference.SerializedWithTransfer.Deserialized;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with {@code structuredClone}. */
final class StructuredCloneMutants {
  private StructuredCloneMutants() {}

  /** The method as it is. */
  @FunctionalInterface
  private interface StructuredClone {
    @Nullable Object call(@Nullable Object value, List<?> transfer);
  }

  /** The method is another. */
  private abstract static class Calls extends Variation {
    abstract @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right);

    @Override
    final ReferenceWindowRealm newRealm(EventLoop loop, String name, WebOrigin origin, Navigable navigable) {
      return new ReferenceWindowRealm(loop, name, origin, navigable) {
        @Override
        public @Nullable Object structuredClone(@Nullable Object value, List<? extends @Nullable Object> transfer) {
          return call(value, transfer, super::structuredClone);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.api.sync")
  static final class ReturnsTheOriginal extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      Object clone = right.call(value, transfer);
      if (!(clone instanceof List<?>) || !transfer.isEmpty()) {
        return clone;
      }
      exercise();
      return value;
    }
  }

  @Mutant(killedBy = "sc.api.exceptions")
  static final class ReturnsUndefinedForWhatItCannotClone extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      try {
        return right.call(value, transfer);
      } catch (DOMException e) {
        exercise();
        return Undefined.UNDEFINED;
      }
    }
  }

  @Mutant(killedBy = "sc.api.exceptions")
  static final class ReplacesTheExceptionsOfReceiving extends Variation {
    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        Deserialized deserialize(@Nullable Object serialized, List<Object> transferDataHolders) {
          try {
            return super.deserialize(serialized, transferDataHolders);
          } catch (RuntimeException e) {
            exercise();
            throw dataCloneError("cannot be received: " + e.getMessage());
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sc.api.port", seenIn = "oven-sh/bun#34725")
  static final class ReturnsThePortItself extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
      if (!(first instanceof ReferencePort) || !transfer.contains(first)) {
        return right.call(value, transfer);
      }
      exercise();
      return value;
    }
  }

  @Mutant(killedBy = "sc.api.port")
  static final class StartsThePort extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      Object clone = right.call(value, transfer);
      if (clone instanceof ReferencePort port) {
        exercise();
        port.start();
      }
      return clone;
    }
  }

  @Mutant(killedBy = "sc.api.port")
  static final class CutsThePortOff extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      Object clone = right.call(value, transfer);
      Object first = clone instanceof List<?> list && !list.isEmpty() ? list.get(0) : clone;
      if (first instanceof ReferencePort port) {
        exercise();
        port.realm().locked(() -> ChannelEnd.separate(port));
      }
      return clone;
    }
  }

  @Mutant(killedBy = "sc.api.port-queue")
  static final class LosesTheQueueOfThePort extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      for (Object element : transfer) {
        if (element instanceof ReferencePort port && !port.portMessageQueue().isEmpty()) {
          exercise();
          port.realm().locked(port.portMessageQueue()::clear);
        }
      }
      return right.call(value, transfer);
    }
  }

  @Mutant(killedBy = "sc.api.ports-discarded", seenIn = "oven-sh/bun#34725")
  static final class LeavesWhatIsNotMentioned extends Calls {
    @Override
    @Nullable Object call(@Nullable Object value, List<?> transfer, StructuredClone right) {
      if (!(value instanceof String) || transfer.isEmpty()) {
        return right.call(value, transfer);
      }
      exercise();
      return right.call(value, List.of());
    }
  }
}
