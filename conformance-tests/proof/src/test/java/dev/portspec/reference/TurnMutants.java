package dev.portspec.reference;

import dev.portspec.api.EventListener;
import java.util.List;

/** What goes wrong with listeners and handlers the second time, or with the third of them. */
final class TurnMutants {
  private TurnMutants() {}

  @Mutant(killedBy = "loop.microtask-after-callback")
  static final class ChecksMicrotasksAfterTwoCallbacksOnly extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        private int callbacks;

        @Override
        void run(Runnable task) {
          callbacks = 0;
          super.run(task);
        }

        @Override
        void cleanUpAfterRunningScript() {
          if (callbackDepth() == 0 && callbacks++ >= 2) {
            exercise();
          } else {
            super.cleanUpAfterRunningScript();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "handler.reactivation-moves-last")
  static final class MovesANulledHandlerOnceOnly extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        private boolean moved;

        @Override
        void deactivate(EventHandler eventHandler) {
          if (!moved) {
            moved = eventHandler.listener != null;
            super.deactivate(eventHandler);
          } else {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.dispatch.stop-immediate")
  static final class TheHandlerCannotStopTheRest extends Variation {
    @Override
    EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return new EventHandlers(target) {
        @Override
        RegisteredListener newListener(String type, EventListener callback) {
          RegisteredListener[] self = new RegisteredListener[1];
          self[0] = super.newListener(type, event -> {
            Object result = callback.handleEvent(event);
            if (event instanceof ReferenceEvent stopped && stopped.immediatePropagationStopped()) {
              callTheRest(self[0], stopped);
            }
            return result;
          });
          return self[0];
        }

        private void callTheRest(RegisteredListener handler, ReferenceEvent event) {
          List<RegisteredListener> all = List.copyOf(target.eventListenerList);
          for (RegisteredListener listener : all.subList(all.indexOf(handler) + 1, all.size())) {
            exercise();
            target.callCallback(listener, event);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "event.add.duplicate-ignored")
  static final class TheSignalOfADuplicateRemovesTheFirst extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void remove(RegisteredListener listener) {
          RegisteredListener alike = find(listener.type, listener.callback, listener.capture);
          if (alike != null && alike != listener) {
            exercise();
          }
          super.remove(alike == null ? listener : alike);
        }
      };
    }
  }
}
