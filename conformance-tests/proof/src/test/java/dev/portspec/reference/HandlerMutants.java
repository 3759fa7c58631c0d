package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with event handlers: their values, and their places among the listeners. */
final class HandlerMutants {
  private HandlerMutants() {}

  @Mutant(killedBy = "handler.initial-null")
  static final class HasAHandlerAtFirst extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        @Nullable EventListener get(String type) {
          if (handlerMap.containsKey(type)) {
            return super.get(type);
          }
          exercise();
          return event -> Undefined.UNDEFINED;
        }
      };
    }
  }

  @Mutant(killedBy = "handler.get-returns-set")
  static final class WrapsTheHandler extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        @Nullable EventListener get(String type) {
          EventListener value = super.get(type);
          if (value == null) {
            return null;
          }
          exercise();
          return value::handleEvent;
        }
      };
    }
  }

  @Mutant(killedBy = "handler.first-set-position")
  static final class MovesTheReplacedToTheEnd extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void activate(String type, EventHandler eventHandler) {
          if (eventHandler.listener != null) {
            exercise();
            deactivate(eventHandler);
          }
          super.activate(type, eventHandler);
        }
      };
    }
  }

  @Mutant(killedBy = "handler.noncapture")
  static final class HandlesInTheCapturePass extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        RegisteredListener newListener(String type, EventListener callback) {
          exercise();
          return new RegisteredListener(type, callback, true, false, false);
        }
      };
    }
  }

  @Mutant(killedBy = "handler.null-deactivates")
  static final class GoesOnCallingTheNulled extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void set(String type, @Nullable EventListener value) {
          if (value == null && handlerMap.remove(type) != null) {
            exercise();
          } else {
            super.set(type, value);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.reactivation-moves-last")
  static final class KeepsThePlaceOfTheNulled extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void deactivate(EventHandler eventHandler) {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "handler.coexists")
  static final class TakesAListenerForTheHandler extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void add(RegisteredListener listener) {
          if (listener.callback == getOnmessage()) {
            exercise();
          } else {
            super.add(listener);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.coexists")
  static final class NullTakesTheListenerAway extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          EventListener before = getOnmessage();
          if (handler == null && before != null && find("message", before, false) != null) {
            exercise();
            removeEventListener("message", before, false);
          }
          super.setOnmessage(handler);
        }
      };
    }
  }

  @Mutant(killedBy = "handler.removeeventlistener-no-effect")
  static final class RemovesTheHandlerAsAListener extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
          if (callback != null && callback == getOnmessage()) {
            exercise();
            setOnmessage(null);
          }
          super.removeEventListener(type, callback, capture);
        }
      };
    }
  }

  @Mutant(killedBy = "handler.per-object")
  static final class SharesHandlers extends Variation {
    private final Map<ReferenceRealm, EventHandlers> ofRealm = new HashMap<>();

    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      if (ofRealm.containsKey(target.realm())) {
        exercise();
      }
      return ofRealm.computeIfAbsent(target.realm(), realm -> super.newEventHandlers(target));
    }
  }
}
