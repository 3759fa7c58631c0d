package dev.portspec.reference;

import dev.portspec.spi.ScriptAborted;

/** What goes wrong with {@code close()} inside a worker. */
final class WorkerCloseMutants {
  private WorkerCloseMutants() {}

  @Mutant(killedBy = "worker.close.discards-tasks")
  static final class CloseServesWhatWaits extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      exercise();
      global.realm().queueTimer(() -> super.close(global));
    }
  }

  @Mutant(killedBy = "worker.close.closing-flag")
  static final class CloseTakesFurtherTasks extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      exercise();
      global.realm().locked(global.insidePort().portMessageQueue()::discard);
      global.realm().queueTimer(() -> global.realm().queueTimer(() -> super.close(global)));
    }
  }

  @Mutant(killedBy = "worker.close.current-task-finishes")
  static final class CloseEndsTheTask extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      super.close(global);
      exercise();
      global.realm().locked(global.realm().loop()::abort);
      throw new ScriptAborted();
    }
  }

  @Mutant(killedBy = "worker.close.post-after-close-delivered")
  static final class CloseUnlinksTheOwner extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      super.close(global);
      exercise();
      global.realm().locked(() -> ChannelEnd.separate(global.insidePort()));
    }
  }

  @Mutant(killedBy = "worker.close.microtasks-run")
  static final class AClosingWorkerHasNoMicrotasks extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void queueMicrotask(Runnable steps) {
          if (closed()) {
            exercise();
          } else {
            super.queueMicrotask(steps);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "worker.close.microtasks-run")
  static final class AClosingWorkerEndsAfterOneRoundOfMicrotasks extends Variation {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void queueMicrotask(Runnable steps) {
          if (closed() && performingMicrotaskCheckpoint()) {
            exercise();
          } else {
            super.queueMicrotask(steps);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "worker.close.in-top-level")
  static final class AScriptThatClosesEndsTheStart extends WorkerVariation {
    @Override
    void enableOutsidePort(VariedGlobal global) {
      if (global.realm().locking(global.realm().loop()::closed)) {
        exercise();
      } else {
        super.enableOutsidePort(global);
      }
    }
  }

  @Mutant(killedBy = "worker.close.sent-messages-survive", seenIn = "denoland/deno#11526")
  static final class CloseDropsWhatHasArrived extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      super.close(global);
      exercise();
      global.realm().locked(() -> emptyOutsideQueue(global));
    }
  }

  @Mutant(killedBy = "loop.worker-destroyed")
  static final class CloseStopsTheInsidePortOnly extends WorkerVariation {
    @Override
    void close(VariedGlobal global) {
      exercise();
      global.realm().locked(() -> global.insidePort().portMessageQueue().setEnabled(false));
    }
  }
}
