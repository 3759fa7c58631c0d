package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the listeners of a port. */
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
}
