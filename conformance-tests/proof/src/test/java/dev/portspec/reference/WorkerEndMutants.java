package dev.portspec.reference;

import dev.portspec.spi.SubjectRealm;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a worker ends, and when it ends though it must not. */
final class WorkerEndMutants {
  private WorkerEndMutants() {}

  @Mutant(killedBy = "worker.end.disentangles-ports", seenIn = {"nodejs/node#39036", "oven-sh/bun#43374"})
  static final class CrashesOnThePortOfAnEndedWorker extends Variation {
    private final Set<ChannelEnd> partners = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void endWithWorker() {
          ChannelEnd partner = entangledWith();
          if (partner != null) {
            partners.add(partner);
          }
          super.endWithWorker();
        }

        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (partners.contains(this)) {
            exercise();
            throw new IllegalStateException("the other end was deleted");
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }

  @Mutant(killedBy = "worker.end.disentangles-ports")
  static final class ThePartnerOfALostPortHearsItself extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void endWithWorker() {
          ChannelEnd partner = entangledWith();
          super.endWithWorker();
          if (partner != null) {
            exercise();
            realm.locked(() -> ChannelEnd.entangle(partner, partner));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "worker.end.close-event")
  static final class SaysTwiceThatAPortIsLost extends Variation.WithCloseEvent {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        @Override
        void fireCloseAtEnd(ChannelEnd otherPort) {
          exercise();
          super.fireCloseAtEnd(otherPort);
          super.fireCloseAtEnd(otherPort);
        }
      };
    }
  }

  /** Something of each worker that the first collection takes. */
  private static final class Garbage {
    private final Map<EventLoop, WeakReference<Object>> ofWorkers = new IdentityHashMap<>();

    void of(EventLoop worker) {
      ofWorkers.put(worker, new WeakReference<>(new Object()));
    }

    boolean isCollected(EventLoop worker) {
      WeakReference<Object> garbage = ofWorkers.get(worker);
      return garbage != null && garbage.get() == null;
    }
  }

  @Mutant(killedBy = "worker.object-gc")
  static final class TheOutsidePortIsGarbage extends WorkerVariation {
    private final Garbage garbage = new Garbage();

    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      garbage.of(global.realm().loop());
      super.start(global, script);
    }

    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      if (garbage.isCollected(worker.workerGlobalScope.realm().loop())) {
        exercise();
      } else {
        super.post(worker, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "worker.protected-by-ports")
  static final class AWorkerThatHasPortsIsGarbage extends WorkerVariation {
    private final Garbage garbage = new Garbage();

    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      garbage.of(global.realm().loop());
      super.start(global, script);
    }

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (targetPort instanceof ReferencePort port && port.realm() != realm && isGarbage(port.realm())) {
            exercise();
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }

    private boolean isGarbage(ReferenceRealm worker) {
      return garbage.isCollected(worker.loop());
    }
  }
}
