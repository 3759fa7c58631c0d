package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PortCollection;
import dev.portspec.api.PortCollectionCallback;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the list of a PortCollection, and with the walk through it. */
final class CollectionListMutants {
  private CollectionListMutants() {}

  @Mutant(killedBy = "pc.ctor.empty")
  static final class StartsWithAPort extends Variation {
    private @Nullable MessagePort first;

    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      exercise();
      first = newPort(realm);
      PortCollection collection = new ReferencePortCollection(realm);
      collection.add(first);
      return collection;
    }
  }

  @Mutant(killedBy = "pc.add.appends")
  static final class AddsAtTheBeginning extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        List<MessagePort> present() {
          List<MessagePort> ports = new ArrayList<>(super.present());
          if (ports.size() > 1) {
            exercise();
          }
          Collections.reverse(ports);
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "pc.remove.removes")
  static final class RemovesNothing extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void remove(MessagePort port) {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "pc.clear.empties")
  static final class ClearLeavesTheFirst extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void clear() {
          List<MessagePort> ports = present();
          super.clear();
          if (!ports.isEmpty()) {
            exercise();
            add(ports.get(0));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.clear.empty-noop")
  static final class RefusesToClearNothing extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void clear() {
          if (present().isEmpty()) {
            exercise();
            throw new DOMException("the collection is empty", "InvalidStateError");
          }
          super.clear();
        }
      };
    }
  }

  @Mutant(killedBy = "pc.order.last-added")
  static final class APortHasItsFirstPlaceAgain extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private final List<MessagePort> placesForEver = new ArrayList<>();

        @Override
        public void add(MessagePort port) {
          super.add(port);
          if (placesForEver.contains(port)) {
            exercise();
          } else {
            placesForEver.add(port);
          }
        }

        @Override
        List<MessagePort> present() {
          List<MessagePort> ports = new ArrayList<>(super.present());
          ports.sort(Comparator.comparingInt(placesForEver::indexOf));
          return ports;
        }
      };
    }
  }

  @Mutant(killedBy = "pc.iterate.once-each")
  static final class VisitsTheLastTwice extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void iterate(PortCollectionCallback callback) {
          super.iterate(callback);
          List<MessagePort> ports = present();
          if (!ports.isEmpty()) {
            exercise();
            callback.handle(ports.get(ports.size() - 1));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.type-check")
  static final class IgnoresNull extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void add(@Nullable MessagePort port) {
          if (port == null) {
            exercise();
          } else {
            super.add(port);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.add.present-noop")
  static final class CountsAdditions extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private final List<MessagePort> again = new ArrayList<>();

        @Override
        public void add(MessagePort port) {
          if (port != null && present().contains(port)) {
            again.add(port);
          }
          super.add(port);
        }

        @Override
        public void remove(MessagePort port) {
          if (again.remove(port)) {
            exercise();
          } else {
            super.remove(port);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.type-check")
  static final class LooksAtTheCallbackWhenItCallsIt extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void iterate(@Nullable PortCollectionCallback callback) {
          if (present().isEmpty()) {
            exercise();
          } else {
            super.iterate(callback);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.gc-removes-silently")
  static final class LosesItsPortsAtACollection extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private final WeakReference<Object> sinceTheLastCollection = new WeakReference<>(new Object());

        @Override
        List<MessagePort> present() {
          if (sinceTheLastCollection.get() != null) {
            return super.present();
          }
          exercise();
          return List.of();
        }
      };
    }
  }
}
