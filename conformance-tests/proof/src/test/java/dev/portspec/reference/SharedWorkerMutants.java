package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a shared worker: with the port of a SharedWorker, with who shares it, and with its end. */
final class SharedWorkerMutants {
  private SharedWorkerMutants() {}

  /** A variation that looks for a shared worker by other means. */
  private abstract static class Finding extends Variation {
    abstract boolean isFoundBy(
        Found scope, String name, @Nullable Consumer<? super SubjectRealm> script, boolean usually);

    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new Found(realm, name, script, this);
    }
  }

  private static final class Found extends ReferenceSharedWorkerGlobalScope {
    private final @Nullable Consumer<? super SubjectRealm> script;
    private final Finding variation;

    Found(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script, Finding variation) {
      super(realm, name, script);
      this.script = script;
      this.variation = variation;
    }

    @Override
    boolean isFoundBy(String otherName, @Nullable Consumer<? super SubjectRealm> otherScript) {
      boolean found = variation.isFoundBy(this, otherName, otherScript, super.isFoundBy(otherName, otherScript));
      if (found != super.isFoundBy(otherName, otherScript)) {
        variation.exercise();
      }
      return found;
    }
  }

  @Mutant(killedBy = "sworker.same-key")
  static final class SharesNothing extends Finding {
    @Override
    boolean isFoundBy(
        Found scope, String name, @Nullable Consumer<? super SubjectRealm> script, boolean usually) {
      return false;
    }
  }

  @Mutant(killedBy = "sworker.same-key")
  static final class SharesByTheScriptAlone extends Finding {
    @Override
    boolean isFoundBy(
        Found scope, String name, @Nullable Consumer<? super SubjectRealm> script, boolean usually) {
      return usually || script != null && script == scope.script;
    }
  }

  @Mutant(killedBy = "sworker.same-key")
  static final class SharesByTheNameAlone extends Finding {
    @Override
    boolean isFoundBy(
        Found scope, String name, @Nullable Consumer<? super SubjectRealm> script, boolean usually) {
      return usually || name.equals(scope.getName());
    }
  }

  @Mutant(killedBy = "sworker.port.exposed")
  static final class MakesAPortAtEachRead extends Variation {
    @Override
    ReferenceSharedWorker newSharedWorker(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorker(realm, name, script) {
        @Override
        public ReferencePort getPort() {
          exercise();
          return newPort(realm);
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.port.target-self")
  static final class FiresAtTheSharedWorkerObject extends Variation {
    @Override
    ReferenceSharedWorker newSharedWorker(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      ReferenceSharedWorker worker = super.newSharedWorker(realm, name, script);
      exercise();
      worker.getPort().setMessageEventTarget(worker);
      return worker;
    }
  }

  /** By the letter, see gap 11. */
  @Mutant(killedBy = "sworker.early-post-kept")
  static final class DropsWhatComesBeforeTheConnection extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void start(ReferencePort outsidePort, ReferencePort insidePort, Consumer<? super SubjectRealm> script) {
          exercise();
          realm.locked(insidePort.portMessageQueue()::clear);
          super.start(outsidePort, insidePort, script);
        }
      };
    }
  }

  /** A variation that knows the ports of the SharedWorker objects. */
  private abstract static class Starting extends Variation {
    private final Set<Object> scripts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ReferencePort> first = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ReferencePort> later = Collections.newSetFromMap(new IdentityHashMap<>());

    final boolean isFirst(ReferencePort port) {
      return first.contains(port);
    }

    final boolean isLater(ReferencePort port) {
      return later.contains(port);
    }

    @Override
    ReferenceSharedWorker newSharedWorker(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      ReferenceSharedWorker worker = super.newSharedWorker(realm, name, script);
      (script == null || scripts.add(script) ? first : later).add(worker.getPort());
      return worker;
    }
  }

  @Mutant(killedBy = "sworker.outside-port.enabled-first")
  static final class StartDeliversAgainAtTheFirstPort extends Starting {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private final List<SerializedWithTransfer> received = new ArrayList<>();

        @Override
        void receive(SerializedWithTransfer serialized) {
          received.add(serialized);
          super.receive(serialized);
        }

        @Override
        public void start() {
          super.start();
          if (isFirst(this)) {
            for (SerializedWithTransfer again : List.copyOf(received)) {
              exercise();
              receive(again);
            }
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.outside-port.not-enabled-later")
  static final class StartLosesWhatWaitsAtALaterPort extends Starting {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void start() {
          if (isLater(this)) {
            exercise();
            realm.locked(portMessageQueue()::clear);
          }
          super.start();
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.construction-failure")
  static final class SaysNothingOfAMissingSharedScript extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void failToStart(ReferenceEventTarget worker) {
          exercise();
          realm.locked(realm.loop()::close);
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.construction-failure")
  static final class PostingToAMissingSharedWorkerThrows extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean hadPartner;

        @Override
        public void setEntangledWith(@Nullable ChannelEnd other) {
          hadPartner |= other != null;
          super.setEntangledWith(other);
        }

        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (targetPort == null && hadPartner) {
            exercise();
            throw new DOMException("there is no such worker", "InvalidStateError");
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }

  /** A variation that knows the SharedWorker objects, and tells them of exceptions. */
  private abstract static class Telling extends Variation {
    private final List<ReferenceSharedWorker> workers = new ArrayList<>();

    abstract void tell(ReferenceSharedWorker worker, String message);

    @Override
    ReferenceSharedWorker newSharedWorker(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      ReferenceSharedWorker worker = super.newSharedWorker(realm, name, script);
      workers.add(worker);
      return worker;
    }

    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        void exceptionWasNotHandled(String message) {
          workers.forEach(worker -> {
            exercise();
            worker.realm().queueDomManipulation(() -> tell(worker, message));
          });
        }
      };
    }
  }

  @Mutant(killedBy = "sworker.error.not-forwarded")
  static final class TellsTheSharedWorkerObjects extends Telling {
    @Override
    void tell(ReferenceSharedWorker worker, String message) {
      worker.dispatch(new ReferenceErrorEvent(worker.realm(), message, null));
    }
  }

  @Mutant(killedBy = "sworker.error.not-forwarded")
  static final class ReportsToThoseWhoShare extends Telling {
    @Override
    void tell(ReferenceSharedWorker worker, String message) {
      worker.realm().reportOfWorker(message);
    }
  }

  @Mutant(killedBy = "sworker.close")
  static final class ASharedWorkerNeverCloses extends Variation {
    @Override
    ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
        ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
      return new ReferenceSharedWorkerGlobalScope(realm, name, script) {
        @Override
        public void close() {
          exercise();
        }
      };
    }
  }
}
