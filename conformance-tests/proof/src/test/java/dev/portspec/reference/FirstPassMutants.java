package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.SharedArrayBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the first pass of StructuredSerializeWithTransfer, over the transfer list. */
final class FirstPassMutants {
  private FirstPassMutants() {}

  /** Whether a thing of this kind is never transferred; for shared buffers there is a rule of their own. */
  private static boolean isNever(Object element) {
    return !(element instanceof ArrayBuffer
        || element instanceof ReferencePort
        || element instanceof SharedArrayBuffer);
  }

  /** What cannot be transferred is noticed when it is to be transferred. */
  private abstract static class NoticesLate extends Variation {
    private final Predicate<Object> which;

    NoticesLate(Predicate<Object> which) {
      this.which = which;
    }

    @Override
    final TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        private final List<Object> unnoticed = new ArrayList<>();

        @Override
        void checkTransferable(Object transferable) {
          if (which.test(transferable)) {
            unnoticed.add(transferable);
          } else {
            super.checkTransferable(transferable);
          }
        }

        @Override
        List<Object> transferDataHolders(List<Object> transferList) {
          if (!unnoticed.isEmpty()) {
            exercise();
          }
          unnoticed.forEach(super::checkTransferable);
          return super.transferDataHolders(transferList);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-nontransferable")
  static final class NoticesLateWhatCannotBeTransferred extends NoticesLate {
    NoticesLateWhatCannotBeTransferred() {
      super(FirstPassMutants::isNever);
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-shared")
  static final class NoticesSharedBuffersLate extends NoticesLate {
    NoticesSharedBuffersLate() {
      super(SharedArrayBuffer.class::isInstance);
    }
  }

  /** Another list is transferred than the one that was given. */
  private abstract static class Lists extends Variation {
    abstract List<Object> list(List<Object> transferList);

    @Override
    final TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        SerializedWithTransfer serialize(@Nullable Object value, List<Object> transferList) {
          List<Object> list = list(transferList);
          if (!list.equals(transferList)) {
            exercise();
          }
          return super.serialize(value, list);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-nontransferable")
  static final class IgnoresWhatCannotBeTransferred extends Lists {
    @Override
    List<Object> list(List<Object> transferList) {
      return transferList.stream().filter(element -> !isNever(element)).toList();
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-shared")
  static final class IgnoresSharedBuffers extends Lists {
    @Override
    List<Object> list(List<Object> transferList) {
      return transferList.stream().filter(element -> !(element instanceof SharedArrayBuffer)).toList();
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-duplicate")
  static final class IgnoresListedBuffersTheSecondTime extends Lists {
    @Override
    List<Object> list(List<Object> transferList) {
      Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      return transferList.stream().filter(element -> seen.add(element) || !(element instanceof ArrayBuffer)).toList();
    }
  }

  @Mutant(killedBy = "sc.wt.result-order")
  static final class TurnsTheListAround extends Lists {
    @Override
    List<Object> list(List<Object> transferList) {
      List<Object> around = new ArrayList<>(transferList);
      Collections.reverse(around);
      return around;
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-duplicate")
  static final class NoticesDuplicatesLate extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Map<Object, Object> placeholders(List<Object> transferList) {
          return super.placeholders(transferList.stream().distinct().toList());
        }

        @Override
        List<Object> transferDataHolders(List<Object> transferList) {
          if (transferList.stream().distinct().count() < transferList.size()) {
            exercise();
            throw dataCloneError("listed twice");
          }
          return super.transferDataHolders(transferList);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.phase1-detached-allowed")
  static final class LooksForDetachedElementsFirst extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        void checkTransferable(Object transferable) {
          super.checkTransferable(transferable);
          if (isDetached(transferable)) {
            exercise();
            throw dataCloneError("what is listed is detached");
          }
        }
      };
    }
  }
}
