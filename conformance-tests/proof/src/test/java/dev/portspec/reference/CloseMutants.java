package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.Event;
import org.jspecify.annotations.Nullable;

/** What goes wrong with {@code close()}. */
final class CloseMutants {
  private CloseMutants() {}

  /** Ports whose {@code close()} is another one. */
  private abstract static class Closing extends Variation {
    abstract void close(ReferencePort port, Runnable asUsual);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void close() {
          Closing.this.close(this, super::close);
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.disentangles")
  static final class AClosedPortStillPosts extends Closing {
    @Override
    void close(ReferencePort port, Runnable asUsual) {
      ChannelEnd other = port.entangledWith();
      asUsual.run();
      if (other != null) {
        exercise();
        port.realm().locked(() -> port.setEntangledWith(other));
      }
    }
  }

  @Mutant(killedBy = "port.close.in-transit-from-peer-dropped")
  static final class AClosedPortStillReceives extends Closing {
    @Override
    void close(ReferencePort port, Runnable asUsual) {
      ChannelEnd other = port.entangledWith();
      asUsual.run();
      if (other != null) {
        exercise();
        port.realm().locked(() -> other.setEntangledWith(port));
      }
    }
  }

  @Mutant(killedBy = "port.close.transferred-peer")
  static final class CloseDoesNotFollowAMove extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void disentangle() {
          if (hasBeenShipped() && entangledWith() instanceof ReferencePort) {
            exercise();
          } else {
            super.disentangle();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.idempotent")
  static final class RefusesToCloseAgain extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean closed;

        @Override
        public void close() {
          if (closed) {
            exercise();
            throw new DOMException("the port is closed", "InvalidStateError");
          }
          closed = true;
          super.close();
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.received-queue-survives")
  static final class CloseDropsTheNextMessage extends Closing {
    @Override
    void close(ReferencePort port, Runnable asUsual) {
      asUsual.run();
      if (port.portMessageQueue().enabled() && !port.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locking(port.portMessageQueue()::take);
      }
    }
  }

  @Mutant(killedBy = "port.close.then-start-delivers")
  static final class CloseBeforeStartDropsTheFirstMessage extends Closing {
    @Override
    void close(ReferencePort port, Runnable asUsual) {
      asUsual.run();
      if (!port.portMessageQueue().enabled() && !port.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locking(port.portMessageQueue()::take);
      }
    }
  }

  @Mutant(killedBy = "port.disentangle.irreversible")
  static final class StartRevivesTheChannel extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private @Nullable ChannelEnd before;

        @Override
        void disentangle() {
          before = entangledWith();
          super.disentangle();
        }

        @Override
        public void start() {
          super.start();
          if (before != null) {
            exercise();
            realm.locked(() -> ChannelEnd.entangle(this, before));
          }
        }
      };
    }
  }

  /** Ports that know which event they dispatch. */
  private abstract static class ClosingInADispatch extends Variation {
    abstract void closes(ReferencePort port, ReferenceEvent current);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private @Nullable ReferenceEvent current;

        @Override
        boolean dispatch(ReferenceEvent event) {
          current = event;
          try {
            return super.dispatch(event);
          } finally {
            current = null;
          }
        }

        @Override
        public void close() {
          super.close();
          if (current != null) {
            exercise();
            closes(this, current);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.current-dispatch-unaffected")
  static final class CloseEndsTheDispatch extends ClosingInADispatch {
    @Override
    void closes(ReferencePort port, ReferenceEvent current) {
      current.stopImmediatePropagation();
    }
  }

  @Mutant(killedBy = "port.close.inside-handler-rest-survives")
  static final class CloseInTheHandlerRepeatsTheMessage extends ClosingInADispatch {
    @Override
    void closes(ReferencePort port, ReferenceEvent current) {
      port.realm().queueMicrotask(() -> port.dispatch(current));
    }
  }

  @Mutant(killedBy = "port.close.events-still-dispatchable")
  static final class AClosedPortIsDeaf extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          if (detached()) {
            exercise();
            return true;
          }
          return super.dispatchEvent(event);
        }
      };
    }
  }
}
