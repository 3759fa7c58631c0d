package dev.portspec.reference;

import java.util.ArrayDeque;

/** What goes wrong with an event loop: its tasks and its microtasks. */
final class EventLoopMutants {
  private EventLoopMutants() {}

  @Mutant(killedBy = "loop.source-single-queue")
  static final class SpreadsOnePortOverTwoQueues extends PortVariation {
    private int messages;

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      messages++;
      if (messages % 2 == 0) {
        exercise();
        port.realm().queueDomManipulation(() -> super.addTask(port, targetPort, serialized));
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "loop.source-order")
  static final class TakesTheSecondOldestTask extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        MessageTask removeOldest(ArrayDeque<MessageTask> tasks) {
          MessageTask oldest = super.removeOldest(tasks);
          if (tasks.isEmpty()) {
            return oldest;
          }
          exercise();
          MessageTask second = super.removeOldest(tasks);
          tasks.addFirst(oldest);
          return second;
        }
      };
    }
  }

  @Mutant(killedBy = "loop.microtask-after-task")
  static final class MicrotasksAreTasks extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void queueMicrotask(Runnable steps) {
          exercise();
          queue(TaskQueues.Source.TIMER, null, steps);
        }
      };
    }
  }

  @Mutant(killedBy = "loop.microtask-drain")
  static final class MicrotasksOfMicrotasksAreTasks extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void queueMicrotask(Runnable steps) {
          if (performingMicrotaskCheckpoint()) {
            exercise();
            queue(TaskQueues.Source.TIMER, null, steps);
          } else {
            super.queueMicrotask(steps);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "loop.microtask-no-reentry")
  static final class RunsMicrotasksInsideAMicrotask extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void cleanUpAfterRunningScript() {
          if (performingMicrotaskCheckpoint()) {
            exercise();
            runMicrotasks();
          } else {
            super.cleanUpAfterRunningScript();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "loop.microtask-after-callback")
  static final class MicrotasksWaitForTheEndOfTheTask extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void cleanUpAfterRunningScript() {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "loop.microtask-not-in-synthetic")
  static final class MicrotasksInterruptTheScript extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void cleanUpAfterRunningScript() {
          if (callbackDepth() > 0) {
            exercise();
          }
          performMicrotaskCheckpoint();
        }
      };
    }
  }

  @Mutant(killedBy = "loop.queue-global-task")
  static final class BroadcastsOnAnotherLoop extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
          exercise();
          PostingMutants.WrongThread.elsewhere(() -> realm.loop().run(steps));
        }
      };
    }
  }
}
