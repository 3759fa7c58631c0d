package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a script initializes a message event. */
final class InitMessageEventMutants {
  private InitMessageEventMutants() {}

  @Mutant(killedBy = "mevent.init.sets-values")
  static final class KeepsTheType extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        void initialize(String newType, boolean newBubbles, boolean newCancelable) {
          exercise();
          super.initialize(getType(), newBubbles, newCancelable);
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.init.defaults")
  static final class KeepsTheDataThatIsLeftOut extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        private @Nullable Object kept;

        @Override
        public void initMessageEvent(String newType, MessageEventInit newInit) {
          kept = getData();
          super.initMessageEvent(newType, newInit);
        }

        @Override
        public @Nullable Object getData() {
          if (super.getData() != null || kept == null) {
            return super.getData();
          }
          exercise();
          return kept;
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.init.during-dispatch-ignored")
  static final class InitializesDuringDispatch extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public void initMessageEvent(String newType, MessageEventInit newInit) {
          if (dispatching()) {
            exercise();
            initialize(newType, newInit.bubbles(), newInit.cancelable());
          }
          super.initMessageEvent(newType, newInit);
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.init.resets-flags")
  static final class StaysTrusted extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        void initialize(String newType, boolean newBubbles, boolean newCancelable) {
          boolean wasTrusted = getIsTrusted();
          super.initialize(newType, newBubbles, newCancelable);
          if (wasTrusted) {
            exercise();
            setIsTrusted(true);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "mevent.init.resets-flags")
  static final class StaysStopped extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        void initialize(String newType, boolean newBubbles, boolean newCancelable) {
          boolean wasStopped = propagationStopped();
          super.initialize(newType, newBubbles, newCancelable);
          if (wasStopped) {
            exercise();
            stopPropagation();
          }
        }
      };
    }
  }
}
