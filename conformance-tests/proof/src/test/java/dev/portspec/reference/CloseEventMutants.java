package dev.portspec.reference;

import dev.portspec.api.EventListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the close event, where it is claimed. */
final class CloseEventMutants {
  private CloseEventMutants() {}

  /** Ports that fire the close event in another way. */
  private abstract static class Firing extends Variation.WithCloseEvent {
    /** Step 4 of disentangle; {@code asUsual} is what the reference does. */
    abstract void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        @Override
        void fireClose(ChannelEnd otherPort) {
          Firing.this.fireClose(this, otherPort, () -> super.fireClose(otherPort));
        }
      };
    }
  }

  @Mutant(killedBy = "port.close-event.fires-on-other")
  static final class FiresNoClose extends Firing {
    @Override
    void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual) {
      exercise();
    }
  }

  @Mutant(killedBy = "port.close-event.not-on-initiator")
  static final class FiresCloseAtBothEnds extends Firing {
    @Override
    void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual) {
      asUsual.run();
      exercise();
      port.fireCloseAt(port);
    }
  }

  @Mutant(killedBy = "port.close-event.timing")
  static final class FiresCloseInsideAndLater extends Firing {
    @Override
    void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual) {
      asUsual.run();
      exercise();
      port.realm().setTimeout(asUsual);
    }
  }

  @Mutant(killedBy = "port.close-event.no-start-needed")
  static final class CloseWaitsForStart extends Firing {
    @Override
    void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual) {
      if (otherPort.portMessageQueue().enabled()) {
        asUsual.run();
      } else {
        exercise();
        port.realm().locked(() -> otherPort.portMessageQueue().add("", port::fireCloseAt));
      }
    }
  }

  /** By the letter the close event does come first (gap 4); the bug is what becomes of the messages behind it. */
  @Mutant(killedBy = "port.close.sent-messages-survive", seenIn = "oven-sh/bun#31216")
  static final class CloseOvertakesMessages extends Firing {
    @Override
    void fireClose(ReferencePortWithCloseEvent port, ChannelEnd otherPort, Runnable asUsual) {
      asUsual.run();
      if (otherPort.portMessageQueue().enabled() && !otherPort.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locked(otherPort.portMessageQueue()::clear);
      }
    }
  }

  @Mutant(killedBy = "port.close-event.after-unlink")
  static final class FiresCloseBeforeTheSeparation extends Variation.WithCloseEvent {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        @Override
        void disentangle() {
          ChannelEnd otherPort = entangledWith();
          if (otherPort != null) {
            exercise();
            super.fireClose(otherPort);
          }
          super.disentangle();
        }

        @Override
        void fireClose(ChannelEnd otherPort) {}
      };
    }
  }

  @Mutant(killedBy = "port.close-event.once")
  static final class EachCloseFires extends Variation.WithCloseEvent {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        private @Nullable ChannelEnd closed;

        @Override
        void disentangle() {
          if (closed != null) {
            exercise();
            super.fireClose(closed);
          }
          super.disentangle();
        }

        @Override
        void fireClose(ChannelEnd otherPort) {
          closed = otherPort;
          super.fireClose(otherPort);
        }
      };
    }
  }

  @Mutant(killedBy = "port.close-event.plain-event")
  static final class CloseIsAMessageEvent extends Variation.WithCloseEvent {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        @Override
        void fireCloseAt(ReferencePort target) {
          exercise();
          target.fire("close", null, List.of());
        }
      };
    }
  }

  /** Ports whose {@code onclose} is another one. */
  private abstract static class Handling extends Variation.WithCloseEvent {
    abstract void setOnclose(ReferencePort port, Runnable asUsual);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm) {
        @Override
        public void setOnclose(@Nullable EventListener handler) {
          Handling.this.setOnclose(this, () -> super.setOnclose(handler));
        }
      };
    }
  }

  @Mutant(killedBy = "port.close-event.handler-attribute")
  static final class OncloseIsNeverCalled extends Handling {
    @Override
    void setOnclose(ReferencePort port, Runnable asUsual) {
      exercise();
    }
  }

  @Mutant(killedBy = "port.onclose.not-enabling")
  static final class OncloseStarts extends Handling {
    @Override
    void setOnclose(ReferencePort port, Runnable asUsual) {
      asUsual.run();
      exercise();
      port.start();
    }
  }
}
