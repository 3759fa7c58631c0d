package dev.portspec.reference;

import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageEventInit;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong when an event is dispatched: passes, exceptions, and what the event says of its dispatch. */
final class DispatchMutants {
  private DispatchMutants() {}

  @Mutant(killedBy = "event.dispatch.snapshot")
  static final class CallsTheAdded extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void invoke(ReferenceEvent event, boolean capturing, List<RegisteredListener> listeners) {
          super.invoke(event, capturing, listeners);
          List<RegisteredListener> added = new ArrayList<>(eventListenerList);
          added.removeIf(listener -> listener.capture != capturing || listeners.contains(listener));
          if (!added.isEmpty()) {
            exercise();
            super.invoke(event, capturing, added);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.added-in-capture-pass")
  static final class CallsTheAddedOfTheCapturePassTwice extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        List<RegisteredListener> secondPass(ReferenceEvent event, List<RegisteredListener> first) {
          List<RegisteredListener> second = new ArrayList<>(super.secondPass(event, first));
          List<RegisteredListener> added = second.stream().filter(listener -> !first.contains(listener)).toList();
          if (second.addAll(added)) {
            exercise();
          }
          return second;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.capture-first")
  static final class IgnoresCapture extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        boolean isInvoked(RegisteredListener listener, ReferenceEvent event, boolean capturing) {
          if (listener.capture) {
            exercise();
          }
          return !capturing && super.isInvoked(listener, event, listener.capture);
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.stop-immediate")
  static final class CallsTheRestOfThePass extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        boolean immediatePropagationStopped() {
          if (super.immediatePropagationStopped()) {
            exercise();
          }
          return false;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.stop-propagation-target")
  static final class GoesOnToTheSecondPass extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        boolean propagationStopped() {
          if (super.propagationStopped()) {
            exercise();
          }
          return immediatePropagationStopped();
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.stop-propagation-target")
  static final class StopsThePassToo extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        boolean immediatePropagationStopped() {
          if (propagationStopped() && !super.immediatePropagationStopped()) {
            exercise();
          }
          return propagationStopped();
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.exception-reported")
  static final class SwallowsExceptions extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void callCallback(RegisteredListener listener, ReferenceEvent event) {
          realm.loop().callback(realm, () -> listener.callback.handleEvent(event), exception -> exercise());
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.exception-isolated")
  static final class StopsAfterAnException extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void callCallback(RegisteredListener listener, ReferenceEvent event) {
          realm.loop().callback(
              realm,
              () -> listener.callback.handleEvent(event),
              exception -> {
                realm.report(exception);
                exercise();
                event.stopImmediatePropagation();
              });
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.exception-order")
  static final class ReportsAfterTheDispatch extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void callCallback(RegisteredListener listener, ReferenceEvent event) {
          realm.loop().callback(
              realm,
              () -> listener.callback.handleEvent(event),
              exception -> {
                exercise();
                realm.queueDomManipulation(() -> realm.report(exception));
              });
        }
      };
    }
  }

  @Mutant(killedBy = "event.report.no-recursion")
  static final class ReportsRecursively extends Variation {
    @Override
    ReferenceWindow newWindow(ReferenceWindowRealm realm) {
      return new ReferenceWindow(realm) {
        @Override
        boolean inErrorReportingMode() {
          if (super.inErrorReportingMode()) {
            exercise();
          }
          return false;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.phase")
  static final class BubblesAtTheTarget extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public int getEventPhase() {
          if (super.getEventPhase() != AT_TARGET) {
            return super.getEventPhase();
          }
          exercise();
          return BUBBLING_PHASE;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.path")
  static final class HasAParentInThePath extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public List<EventTarget> composedPath() {
          List<EventTarget> path = new ArrayList<>(super.composedPath());
          if (!path.isEmpty()) {
            exercise();
            path.add(realm.global());
          }
          return path;
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.timestamp")
  static final class CountsTimeDown extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public double getTimeStamp() {
          exercise();
          return -super.getTimeStamp();
        }
      };
    }
  }
}
