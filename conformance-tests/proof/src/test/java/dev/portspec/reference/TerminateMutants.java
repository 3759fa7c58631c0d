package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.spi.ScriptAborted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with {@code terminate()} of a worker. */
final class TerminateMutants {
  private TerminateMutants() {}

  private static EventLoop loopOf(ReferenceWorker worker) {
    return worker.workerGlobalScope.realm().loop();
  }

  @Mutant(killedBy = "worker.terminate.closing", seenIn = "LadybirdBrowser/ladybird#11510")
  static final class TerminateUnlinksTheWorker extends WorkerVariation {
    @Override
    void terminate(VariedWorker worker) {
      exercise();
      worker.realm().locked(() -> {
        ChannelEnd.separate(worker.outsidePort);
        worker.outsidePort.portMessageQueue().discard();
      });
    }
  }

  @Mutant(killedBy = "worker.terminate.closing", seenIn = "servo/servo#4427")
  static final class TerminateDropsWhatWaitsOnly extends WorkerVariation {
    @Override
    void terminate(VariedWorker worker) {
      exercise();
      worker.realm().locked(() -> {
        worker.workerGlobalScope.insidePort().portMessageQueue().discard();
        worker.outsidePort.portMessageQueue().discard();
      });
    }
  }

  @Mutant(killedBy = "worker.terminate.empties-outside-queue", seenIn = "servo/servo#4427")
  static final class TerminateDeliversWhatHasArrived extends WorkerVariation {
    @Override
    void emptyOutsideQueue(VariedGlobal global) {
      exercise();
    }
  }

  @Mutant(killedBy = "worker.terminate.other-ports-unaffected")
  static final class TerminateEmptiesTheOtherQueues extends WorkerVariation {
    private final List<ReferencePort> ports = new ArrayList<>();

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      ReferencePort port = super.newPort(realm);
      ports.add(port);
      return port;
    }

    @Override
    void emptyOutsideQueue(VariedGlobal global) {
      super.emptyOutsideQueue(global);
      for (ReferencePort port : ports) {
        ChannelEnd partner = port.realm() == global.realm() ? port.entangledWith() : null;
        if (partner != null && !partner.portMessageQueue().isEmpty()) {
          exercise();
          partner.portMessageQueue().discard();
        }
      }
    }
  }

  @Mutant(killedBy = "worker.terminate.idempotent")
  static final class TerminatesOnce extends WorkerVariation {
    @Override
    void terminate(VariedWorker worker) {
      if (loopOf(worker).destroyed()) {
        exercise();
        throw new DOMException("the worker was terminated", "InvalidStateError");
      }
      super.terminate(worker);
    }
  }

  @Mutant(killedBy = "worker.terminate.post-after-silent", seenIn = "oven-sh/bun#20425")
  static final class PostingToATerminatedWorkerThrows extends WorkerVariation {
    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      if (loopOf(worker).destroyed()) {
        exercise();
        throw new DOMException("the worker was terminated", "InvalidStateError");
      }
      super.post(worker, message, transfer);
    }
  }

  @Mutant(killedBy = "worker.terminate.post-after-silent")
  static final class ClonesNothingForATerminatedWorker extends WorkerVariation {
    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      if (loopOf(worker).destroyed()) {
        exercise();
      } else {
        super.post(worker, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "worker.terminate.current-handler-finishes")
  static final class TerminateEndsWhoeverCallsIt extends WorkerVariation {
    @Override
    void terminate(VariedWorker worker) {
      super.terminate(worker);
      exercise();
      throw new ScriptAborted();
    }
  }

  @Mutant(killedBy = "worker.terminate.before-start")
  static final class RefusesToTerminateBeforeTheStart extends WorkerVariation {
    @Override
    void terminate(VariedWorker worker) {
      if (worker.realm().locking(loopOf(worker)::hasToStart)) {
        exercise();
        throw new DOMException("the worker has not started", "InvalidStateError");
      }
      super.terminate(worker);
    }
  }
}
