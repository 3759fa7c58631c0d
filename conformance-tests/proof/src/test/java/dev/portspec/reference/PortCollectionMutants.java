package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PortCollection;
import dev.portspec.api.PortCollectionCallback;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a PortCollection. */
final class PortCollectionMutants {
  private PortCollectionMutants() {}

  private static boolean isIn(PortCollection collection, MessagePort port) {
    AtomicBoolean found = new AtomicBoolean();
    collection.iterate(each -> found.compareAndSet(false, each == port));
    return found.get();
  }

  @Mutant(killedBy = "pc.weak")
  static final class CollectionHoldsItsPorts extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private final List<MessagePort> held = new ArrayList<>();

        @Override
        public void add(MessagePort port) {
          super.add(port);
          exercise();
          held.add(port);
        }

        @Override
        public void remove(MessagePort port) {
          super.remove(port);
          held.remove(port);
        }

        @Override
        public void clear() {
          super.clear();
          held.clear();
        }
      };
    }
  }

  @Mutant(killedBy = "pc.gc-removes-silently")
  static final class CollectionShowsWhatWent extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private final List<WeakReference<MessagePort>> added = new ArrayList<>();

        @Override
        public void add(MessagePort port) {
          super.add(port);
          added.add(new WeakReference<>(port));
        }

        @Override
        public void iterate(PortCollectionCallback callback) {
          super.iterate(callback);
          for (WeakReference<MessagePort> each : added) {
            MessagePort port = each.get();
            if (port == null) {
              exercise();
              callback.handle(port);
            }
          }
        }
      };
    }
  }

  @Mutant(killedBy = "pc.add.present-noop")
  static final class AddMovesToTheEnd extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void add(MessagePort port) {
          if (port != null && isIn(this, port)) {
            exercise();
            remove(port);
          }
          super.add(port);
        }
      };
    }
  }

  @Mutant(killedBy = "pc.remove.absent-noop")
  static final class RefusesToRemoveStrangers extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void remove(MessagePort port) {
          if (port != null && !isIn(this, port)) {
            exercise();
            throw new DOMException("the port is not in the collection", "NotFoundError");
          }
          super.remove(port);
        }
      };
    }
  }

  @Mutant(killedBy = "pc.independent-collections")
  static final class AllCollectionsAreOne extends Variation {
    private @Nullable PortCollection first;
    private @Nullable ReferenceRealm realmOfFirst;

    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      if (first == null || realmOfFirst != realm) {
        realmOfFirst = realm;
        first = super.newPortCollection(realm);
      } else {
        exercise();
      }
      return first;
    }
  }

  @Mutant(killedBy = "pc.iterate.sync")
  static final class IteratesLater extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void iterate(PortCollectionCallback callback) {
          exercise();
          realm.queueMicrotask(() -> super.iterate(callback));
        }
      };
    }
  }

  @Mutant(killedBy = "pc.iterate.exception")
  static final class ReportsWhatTheCallbackThrows extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void iterate(PortCollectionCallback callback) {
          super.iterate(port -> {
            try {
              callback.handle(port);
            } catch (RuntimeException e) {
              exercise();
              realm.report(e);
            }
          });
        }
      };
    }
  }

  @Mutant(killedBy = "pc.closed-ports-stay")
  static final class CollectionLosesClosedPorts extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        @Override
        public void iterate(PortCollectionCallback callback) {
          super.iterate(port -> {
            if (((ReferencePort) port).detached()) {
              exercise();
            } else {
              callback.handle(port);
            }
          });
        }
      };
    }
  }

  @Mutant(killedBy = "port.gc.pending-event-keeps-alive")
  static final class PendingMessagesHoldWeakly extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          WeakReference<ChannelEnd> weakly = new WeakReference<>(targetPort);
          realm.queueDomManipulation(() -> {
            ChannelEnd target = weakly.get();
            if (target == null) {
              exercise();
            } else {
              super.addTask(target, serialized);
            }
          });
        }
      };
    }
  }
}
