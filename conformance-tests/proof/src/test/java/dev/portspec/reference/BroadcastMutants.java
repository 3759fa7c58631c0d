package dev.portspec.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a broadcast on its way to its receivers. */
final class BroadcastMutants {
  private BroadcastMutants() {}

  @Mutant(killedBy = "bc.post.not-to-self")
  static final class BroadcastsToItself extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        List<ReferenceBroadcastChannel> destinations() {
          exercise();
          List<ReferenceBroadcastChannel> destinations = new ArrayList<>(super.destinations());
          destinations.add(this);
          return destinations;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.creation-order")
  static final class BroadcastsToTheYoungestFirst extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        List<ReferenceBroadcastChannel> destinations() {
          List<ReferenceBroadcastChannel> destinations = new ArrayList<>(super.destinations());
          if (destinations.size() > 1) {
            exercise();
          }
          Collections.reverse(destinations);
          return destinations;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.name.exact-match")
  static final class IgnoresTheCaseOfNames extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        boolean hasName(String other) {
          if (!super.hasName(other) && getName().equalsIgnoreCase(other)) {
            exercise();
          }
          return getName().toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }
      };
    }
  }

  @Mutant(killedBy = "bc.name.domstring", seenIn = "nodejs/node")
  static final class ComparesNamesInUtf8 extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        boolean hasName(String other) {
          if (!super.hasName(other) && wellFormed(getName()).equals(wellFormed(other))) {
            exercise();
          }
          return wellFormed(getName()).equals(wellFormed(other));
        }
      };
    }

    static String wellFormed(String name) {
      StringBuilder result = new StringBuilder();
      name.codePoints().forEach(c -> result.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
      return result.toString();
    }
  }

  @Mutant(killedBy = "bc.post.destinations-at-call")
  static final class FindsReceiversLate extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void broadcast(SerializedWithTransfer serialized, String sourceOrigin) {
          exercise();
          realm.queueDomManipulation(() -> super.broadcast(serialized, sourceOrigin));
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.serialize-sync")
  static final class SerializesForEachReceiver extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        SerializedWithTransfer serialize(@Nullable Object message) {
          SerializedWithTransfer serialized = super.serialize(message);
          for (int i = 1; i < destinations().size(); i++) {
            exercise();
            super.serialize(message);
          }
          return serialized;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.closed-before-serialize")
  static final class SerializesBeforeItIsFoundClosed extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public void postMessage(@Nullable Object message) {
          if (closed()) {
            exercise();
            serialize(message);
          }
          super.postMessage(message);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.task.sender-close-irrelevant")
  static final class TakesBackWhatItSentBeforeClose extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
          super.queueTask(destination, () -> {
            if (closed()) {
              exercise();
            } else {
              steps.run();
            }
          });
        }
      };
    }
  }
}
