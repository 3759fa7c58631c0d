package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import java.util.List;

/** What goes wrong with an exception that nobody catches in a worker. */
final class WorkerErrorMutants {
  private static final MessageEventInit CANCELABLE =
      new MessageEventInit(false, true, false, null, "", "", null, List.of());

  private WorkerErrorMutants() {}

  @Mutant(killedBy = "worker.error.uncaught-in-handler", seenIn = "denoland/deno#2797")
  static final class TheErrorsOfAWorkerEndThere extends WorkerVariation {
    @Override
    void exceptionWasNotHandled(VariedGlobal global, String message) {
      exercise();
    }
  }

  @Mutant(killedBy = "worker.error.uncaught-in-handler")
  static final class FiresAPlainEventForAnException extends WorkerVariation {
    @Override
    void fireError(VariedWorker worker, String message) {
      exercise();
      if (worker.dispatch(new ReferenceEvent(worker.realm(), "error", CANCELABLE, true))) {
        worker.realm().reportOfWorker(message);
      }
    }
  }

  @Mutant(killedBy = "worker.error.uncaught-in-handler")
  static final class GivesTheOwnerTheValue extends WorkerVariation {
    @Override
    void fireError(VariedWorker worker, String message) {
      exercise();
      if (worker.dispatch(new ReferenceErrorEvent(worker.realm(), message, message))) {
        worker.realm().reportOfWorker(message);
      }
    }
  }

  /** A variation that forwards exceptions though the worker has handled them. */
  private abstract static class Forwarding extends WorkerVariation {
    @Override
    boolean dispatch(VariedGlobal global, ReferenceEvent event) {
      boolean notHandled = super.dispatch(global, event);
      if (event instanceof ReferenceErrorEvent && !notHandled) {
        exercise();
        return true;
      }
      return notHandled;
    }
  }

  @Mutant(killedBy = "worker.error.uncaught-in-handler")
  static final class TellsTheOwnerWhatTheWorkerHandled extends Forwarding {}

  @Mutant(killedBy = "event.report.canceled", seenIn = "oven-sh/bun#16424")
  static final class ACancelledErrorIsForwarded extends Forwarding {}

  @Mutant(killedBy = "event.report.canceled")
  static final class AnErrorThatWasHeardIsNotForwarded extends WorkerVariation {
    @Override
    void exceptionWasNotHandled(VariedGlobal global, String message) {
      if (global.eventListenerList.stream().anyMatch(listener -> listener.type.equals("error"))) {
        exercise();
      } else {
        super.exceptionWasNotHandled(global, message);
      }
    }
  }

  @Mutant(killedBy = "worker.error.propagates-to-owner")
  static final class TheErrorsOfAWorkerEndAtItsObject extends WorkerVariation {
    @Override
    void fireError(VariedWorker worker, String message) {
      exercise();
      worker.dispatch(new ReferenceErrorEvent(worker.realm(), message, null));
    }
  }

  @Mutant(killedBy = "worker.error.propagates-to-owner")
  static final class ReportsWhatTheWorkerObjectCancelled extends WorkerVariation {
    @Override
    void fireError(VariedWorker worker, String message) {
      boolean notHandled = worker.dispatch(new ReferenceErrorEvent(worker.realm(), message, null));
      if (!notHandled) {
        exercise();
      }
      worker.realm().reportOfWorker(message);
    }
  }

  @Mutant(killedBy = "worker.error.not-messageerror")
  static final class AnExceptionIsAMessageerrorToo extends WorkerVariation {
    @Override
    void fireError(VariedWorker worker, String message) {
      super.fireError(worker, message);
      exercise();
      worker.dispatch(ReferenceMessageEvent.fired(worker.realm(), "messageerror", null, "", List.of()));
    }
  }

  @Mutant(killedBy = "worker.error.not-messageerror")
  static final class AnExceptionEndsTheWorker extends WorkerVariation {
    @Override
    void exceptionWasNotHandled(VariedGlobal global, String message) {
      super.exceptionWasNotHandled(global, message);
      exercise();
      close(global);
    }
  }
}
