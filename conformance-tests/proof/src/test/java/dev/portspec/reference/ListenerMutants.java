package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import org.jspecify.annotations.Nullable;

/** What goes wrong when the listeners of a port are removed, and chosen for an event. */
final class ListenerMutants {
  private ListenerMutants() {}

  @Mutant(killedBy = "event.dispatch.removed-skipped")
  static final class CallsTheRemoved extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void remove(RegisteredListener listener) {
          super.remove(listener);
          exercise();
          listener.removed = false;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.removed-skipped")
  static final class LosesATurnToTheRemoved extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean lost;

        @Override
        void callCallback(RegisteredListener listener, ReferenceEvent event) {
          int before = eventListenerList.indexOf(listener);
          super.callCallback(listener, event);
          lost = eventListenerList.indexOf(listener) < before;
        }

        @Override
        boolean isInvoked(RegisteredListener listener, ReferenceEvent event, boolean capturing) {
          boolean invoked = super.isInvoked(listener, event, capturing);
          if (!invoked || !lost) {
            return invoked;
          }
          exercise();
          lost = false;
          return false;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.readded-not-called")
  static final class CallsTheReadded extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        boolean isInvoked(RegisteredListener listener, ReferenceEvent event, boolean capturing) {
          RegisteredListener now = find(listener.type, listener.callback, listener.capture);
          if (listener.removed && now != null) {
            exercise();
            return super.isInvoked(now, event, capturing);
          }
          return super.isInvoked(listener, event, capturing);
        }
      };
    }
  }

  @Mutant(killedBy = "event.remove.matches")
  static final class RemovesWhateverTheCapture extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
          if (callback != null && find(type, callback, !capture) != null) {
            exercise();
            super.removeEventListener(type, callback, !capture);
          }
          super.removeEventListener(type, callback, capture);
        }
      };
    }
  }

  @Mutant(killedBy = "event.remove.matches")
  static final class KeepsPassiveListeners extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
          RegisteredListener listener = callback == null ? null : find(type, callback, capture);
          if (listener != null && listener.passive) {
            exercise();
          } else {
            super.removeEventListener(type, callback, capture);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.remove.matches")
  static final class RefusesToRemoveTheUnknown extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
          if (callback != null && find(type, callback, capture) == null) {
            exercise();
            throw new DOMException("no such listener", "NotFoundError");
          }
          super.removeEventListener(type, callback, capture);
        }
      };
    }
  }

  @Mutant(killedBy = "event.type-case-sensitive")
  static final class IgnoresTheCaseOfTypes extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        boolean isInvoked(RegisteredListener listener, ReferenceEvent event, boolean capturing) {
          boolean sameLetters = listener.type.equalsIgnoreCase(event.getType());
          if (sameLetters && !listener.type.equals(event.getType())) {
            exercise();
          }
          return sameLetters && !listener.removed && listener.capture == capturing;
        }
      };
    }
  }
}
