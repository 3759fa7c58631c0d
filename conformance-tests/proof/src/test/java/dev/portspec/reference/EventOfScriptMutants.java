package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.Event;
import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a script dispatches an event, one of its own or a received one again. */
final class EventOfScriptMutants {
  private EventOfScriptMutants() {}

  @Mutant(killedBy = "event.synthetic.sync")
  static final class DispatchesLater extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          exercise();
          realm.queueDomManipulation(() -> super.dispatchEvent(event));
          return true;
        }
      };
    }
  }

  @Mutant(killedBy = "event.synthetic.sync")
  static final class DispatchesOnceStarted extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          if (portMessageQueue().enabled()) {
            return super.dispatchEvent(event);
          }
          exercise();
          return true;
        }
      };
    }
  }

  @Mutant(killedBy = "event.synthetic.untrusted")
  static final class GoesOnTrusting extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        void setIsTrusted(boolean trusted) {
          if (getIsTrusted() != trusted) {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.synthetic.untrusted")
  static final class TrustsWhatIsDispatched extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        void setIsTrusted(boolean trusted) {
          exercise();
          super.setIsTrusted(true);
        }
      };
    }
  }

  @Mutant(killedBy = "event.synthetic.return")
  static final class ReturnsTrueAlways extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          if (!super.dispatchEvent(event)) {
            exercise();
          }
          return true;
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.redispatch")
  static final class RefusesToDispatchAgain extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          if (event.getTarget() != null && event.getCurrentTarget() == null) {
            exercise();
            throw new DOMException("the event was dispatched already", "InvalidStateError");
          }
          return super.dispatchEvent(event);
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.redispatch-while-dispatching")
  static final class IgnoresANestedDispatch extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public boolean dispatchEvent(Event event) {
          if (event.getCurrentTarget() == null) {
            return super.dispatchEvent(event);
          }
          exercise();
          return true;
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.after-dispatch")
  static final class KeepsTheCurrentTarget extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public @Nullable EventTarget getCurrentTarget() {
          if (super.getCurrentTarget() != getTarget()) {
            exercise();
          }
          return getTarget();
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.after-dispatch")
  static final class LosesItsPortsAfterDispatch extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<MessagePort> getPorts() {
          if (getTarget() == null || dispatching()) {
            return super.getPorts();
          }
          exercise();
          return List.of();
        }
      };
    }
  }
}
