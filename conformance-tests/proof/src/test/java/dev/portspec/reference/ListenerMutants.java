package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import org.jspecify.annotations.Nullable;

/** What goes wrong when listeners are added to a port, removed, and chosen for an event. */
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

  @Mutant(killedBy = "event.add.appends")
  static final class AddsInFront extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void append(RegisteredListener listener) {
          if (!eventListenerList.isEmpty()) {
            exercise();
          }
          eventListenerList.add(0, listener);
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.duplicate-ignored")
  static final class AddsDuplicates extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void add(RegisteredListener listener) {
          if (find(listener.type, listener.callback, listener.capture) != null) {
            exercise();
          }
          append(listener);
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.duplicate-ignored")
  static final class MovesDuplicatesToTheEnd extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void add(RegisteredListener listener) {
          RegisteredListener first = find(listener.type, listener.callback, listener.capture);
          if (first != null) {
            exercise();
            remove(first);
          }
          append(listener);
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.duplicate-ignored")
  static final class IgnoresTheTypeOfDuplicates extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void add(RegisteredListener listener) {
          boolean known = eventListenerList.stream()
              .anyMatch(each -> each.matches(each.type, listener.callback, listener.capture));
          if (known && find(listener.type, listener.callback, listener.capture) == null) {
            exercise();
          } else {
            super.add(listener);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.capture-distinct")
  static final class TakesCaptureForADuplicate extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void add(RegisteredListener listener) {
          if (find(listener.type, listener.callback, !listener.capture) != null) {
            exercise();
          } else {
            super.add(listener);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.once")
  static final class KeepsOnceListeners extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          if (options.once()) {
            exercise();
          }
          super.addEventListener(
              type, callback, new ListenerOptions(options.capture(), false, options.passive(), options.signal()));
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.passive-default-false")
  static final class IsPassiveForMessages extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          boolean passive = options.passive() || type.equals("message");
          if (passive != options.passive()) {
            exercise();
          }
          super.addEventListener(
              type, callback, new ListenerOptions(options.capture(), options.once(), passive, options.signal()));
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.passive-default-false")
  static final class IgnoresPassive extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          if (options.passive()) {
            exercise();
          }
          super.addEventListener(
              type, callback, new ListenerOptions(options.capture(), options.once(), false, options.signal()));
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
