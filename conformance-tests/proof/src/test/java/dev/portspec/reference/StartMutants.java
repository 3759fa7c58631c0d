package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the enabling of a port message queue. */
final class StartMutants {
  private StartMutants() {}

  /** Ports whose {@code start()} is another one. */
  private abstract static class Starting extends Variation {
    abstract void start(ReferencePort port, Runnable asUsual);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void start() {
          Starting.this.start(this, super::start);
        }
      };
    }

    final void enable(ReferencePort port) {
      port.realm().locked(() -> port.portMessageQueue().setEnabled(true));
    }
  }

  @Mutant(killedBy = "port.start.enables")
  static final class StartNeedsAHandler extends Starting {
    @Override
    void start(ReferencePort port, Runnable asUsual) {
      if (port.getOnmessage() == null) {
        exercise();
      } else {
        asUsual.run();
      }
    }
  }

  @Mutant(killedBy = "port.start.idempotent")
  static final class RefusesASecondStart extends Starting {
    @Override
    void start(ReferencePort port, Runnable asUsual) {
      if (port.portMessageQueue().enabled()) {
        exercise();
        throw new DOMException("the port was started before", "InvalidStateError");
      }
      asUsual.run();
    }
  }

  @Mutant(killedBy = "port.start.async-delivery")
  static final class StartDispatchesWhatWaits extends Starting {
    @Override
    void start(ReferencePort port, Runnable asUsual) {
      asUsual.run();
      while (!port.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locking(port.portMessageQueue()::take).run();
      }
    }
  }

  @Mutant(killedBy = "port.start.one-side-only")
  static final class StartsThePartnerToo extends Starting {
    @Override
    void start(ReferencePort port, Runnable asUsual) {
      asUsual.run();
      if (port.entangledWith() instanceof ReferencePort partner && !partner.portMessageQueue().enabled()) {
        exercise();
        enable(partner);
      }
    }
  }

  @Mutant(killedBy = "port.onmessage.first-set-enables")
  static final class OnmessageDoesNotStart extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void enableAsIfStarted() {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "port.onmessage.later-set-no-effect")
  static final class LaterHandlersSeeWhatCameBefore extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private final ArrayDeque<SerializedWithTransfer> seen = new ArrayDeque<>();

        @Override
        void receive(SerializedWithTransfer serialized) {
          seen.add(serialized);
          super.receive(serialized);
        }

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          while (handler != null && !seen.isEmpty()) {
            exercise();
            addTask(this, seen.remove());
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.onmessage.get-does-not-enable")
  static final class ReadingOnmessageStarts extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public @Nullable EventListener getOnmessage() {
          exercise();
          start();
          return super.getOnmessage();
        }
      };
    }
  }

  @Mutant(killedBy = "port.onmessageerror.not-enabling")
  static final class OnmessageerrorStarts extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessageerror(@Nullable EventListener handler) {
          super.setOnmessageerror(handler);
          exercise();
          start();
        }
      };
    }
  }

  @Mutant(killedBy = "met.onmessage")
  static final class OnmessageHandlesErrorsToo extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          if (handler != null) {
            exercise();
            addEventListener("messageerror", handler);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "met.onmessageerror")
  static final class OnmessageerrorIsNeverCalled extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessageerror(@Nullable EventListener handler) {
          exercise();
        }
      };
    }
  }
}
