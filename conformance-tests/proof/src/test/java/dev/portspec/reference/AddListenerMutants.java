package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a listener is added to a port. */
final class AddListenerMutants {
  private AddListenerMutants() {}

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
}
