package dev.portspec.reference;

import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.Undefined;
import org.jspecify.annotations.Nullable;

/** What goes wrong when an event handler is called: which one, and what becomes of what it returns or throws. */
final class HandlerCallMutants {
  private HandlerCallMutants() {}

  @Mutant(killedBy = "handler.nulled-midway-not-called")
  static final class CallsTheNulledOnceMore extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void set(String type, @Nullable EventListener value) {
          EventHandler nulled = value == null ? handlerMap.remove(type) : null;
          if (nulled != null) {
            exercise();
            target.eventListenerList.remove(nulled.listener);
          } else {
            super.set(type, value);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.value-read-at-call")
  static final class CallsTheReplacedOnceMore extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void set(String type, @Nullable EventListener value) {
          EventHandler replaced = value == null ? null : handlerMap.remove(type);
          super.set(type, value);
          EventHandler current = handlerMap.get(type);
          if (replaced != null && current != null && replaced.listener != null) {
            exercise();
            target.eventListenerList.remove(current.listener);
            target.eventListenerList.replaceAll(each -> each == replaced.listener ? current.listener : each);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.return-false-cancels")
  static final class IgnoresFalse extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void processReturnValue(ReferenceEvent event, @Nullable Object returnValue) {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "handler.return-false-cancels")
  static final class FalseOfAListenerCancels extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void callCallback(RegisteredListener listener, ReferenceEvent event) {
          realm.callback(() -> {
            if (Boolean.FALSE.equals(listener.callback.handleEvent(event))) {
              exercise();
              event.preventDefault();
            }
          });
        }
      };
    }
  }

  @Mutant(killedBy = "handler.return-other-ignored")
  static final class CancelsOnNull extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        void processReturnValue(ReferenceEvent event, @Nullable Object returnValue) {
          if (returnValue == null) {
            exercise();
          }
          super.processReturnValue(event, returnValue == null ? false : returnValue);
        }
      };
    }
  }

  @Mutant(killedBy = "handler.exception")
  static final class SwallowsExceptionsOfHandlers extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        Object process(EventHandler eventHandler, Event event) {
          try {
            return super.process(eventHandler, event);
          } catch (RuntimeException exception) {
            exercise();
            return Undefined.UNDEFINED;
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.exception")
  static final class StopsAfterAnExceptionOfTheHandler extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        Object process(EventHandler eventHandler, Event event) {
          try {
            return super.process(eventHandler, event);
          } catch (RuntimeException exception) {
            exercise();
            event.stopImmediatePropagation();
            throw exception;
          }
        }
      };
    }
  }
}
