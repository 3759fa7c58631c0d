package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a transfer list, and the errors that it asks for. */
final class TransferListMutants {
  private TransferListMutants() {}

  @Mutant(killedBy = "port.post.source-in-transfer", seenIn = "nodejs/node#21540")
  static final class AllowsSelfTransfer extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          List<Object> others = new ArrayList<>(transfer);
          if (others.removeIf(element -> element == this)) {
            exercise();
          }
          super.postMessageSteps(targetPort, message, others);
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.same-list-twice-throws", seenIn = "nodejs/node#25786")
  static final class AllowsDuplicates extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          List<Object> once = new ArrayList<>(transfer);
          Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
          if (once.removeIf(element -> !seen.add(element))) {
            exercise();
          }
          super.postMessageSteps(targetPort, message, once);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.source-in-transfer", seenIn = "nodejs/node#40841")
  static final class WrongErrorType extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
          try {
            super.postMessage(message, transfer);
          } catch (DOMException e) {
            exercise();
            throw new WebTypeError(String.valueOf(e.getMessage()));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.doomed-drops-message", seenIn = "servo/servo#24664")
  static final class DeliversTheDoomed extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          super.postMessageSteps(targetPort, message, transfer);
          if (targetPort instanceof ReferencePort port && transfer.contains(port)) {
            exercise();
            realm.execute(() -> port.fire("message", message, List.of()));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-all-transferred", seenIn = "dart-lang/sdk#35730")
  static final class IgnoresTransferList extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
          if (!transfer.isEmpty()) {
            exercise();
          }
          super.postMessage(message, List.of());
        }
      };
    }
  }

  @Mutant(
      killedBy = "port.post.no-target-still-transfers",
      seenIn = {"nodejs/node#39036", "oven-sh/bun#43374"})
  static final class CrashesOnUndeliverable extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (targetPort == null && !transfer.isEmpty()) {
            exercise();
            throw new IllegalStateException("assertion failed: the receiver is alive");
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.doomed-no-throw")
  static final class RefusesTheDoomed extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (targetPort != null && transfer.contains(targetPort)) {
            exercise();
            throw new DOMException("the message is for a port that it takes along", "DataCloneError");
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }
}
