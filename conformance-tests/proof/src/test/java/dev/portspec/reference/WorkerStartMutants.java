package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a worker starts: with its script, and with what enables its implicit ports. */
final class WorkerStartMutants {
  private WorkerStartMutants() {}

  @Mutant(killedBy = "worker.no-start-needed-outside")
  static final class EnablesTheOutsidePortForAHandlerOnly extends WorkerVariation {
    @Override
    void enableOutsidePort(VariedGlobal global) {
      if (global.worker.eventHandlers().get("message") == null) {
        exercise();
      } else {
        super.enableOutsidePort(global);
      }
    }
  }

  @Mutant(killedBy = "worker.no-start-needed-inside")
  static final class EnablesTheInsidePortForAHandlerOnly extends WorkerVariation {
    @Override
    void enableInsidePort(VariedGlobal global) {
      if (global.eventHandlers().get("message") == null) {
        exercise();
      } else {
        super.enableInsidePort(global);
      }
    }
  }

  /** As if a worker were a port. */
  @Mutant(killedBy = "port.onmessage.rule-is-port-only")
  static final class AWorkerIsStartedByItsHandlers extends WorkerVariation {
    @Override
    void enableOutsidePort(VariedGlobal global) {
      exercise();
    }

    @Override
    void setOnmessage(VariedWorker worker, @Nullable EventListener handler) {
      super.setOnmessage(worker, handler);
      worker.outsidePort.enableAtStart();
    }
  }

  @Mutant(killedBy = "port.onmessage.rule-is-port-only")
  static final class TheHandlerOfAWorkerStartsAllPorts extends WorkerVariation {
    private final List<ReferencePort> ports = new ArrayList<>();

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      ReferencePort port = super.newPort(realm);
      ports.add(port);
      return port;
    }

    @Override
    void setOnmessage(VariedWorker worker, @Nullable EventListener handler) {
      super.setOnmessage(worker, handler);
      exercise();
      ports.stream().filter(port -> port.realm() == worker.realm()).forEach(ReferencePort::enableAtStart);
    }
  }

  @Mutant(killedBy = "worker.late-handler-loses")
  static final class KeepsMessagesForALateHandler extends WorkerVariation {
    @Override
    void enableInsidePort(VariedGlobal global) {
      if (global.eventListenerList.isEmpty()) {
        exercise();
      } else {
        super.enableInsidePort(global);
      }
    }

    @Override
    void setOnmessage(VariedGlobal global, @Nullable EventListener handler) {
      super.setOnmessage(global, handler);
      super.enableInsidePort(global);
    }
  }

  /** A variation that dispatches what waits in a worker too early. */
  private abstract static class ServingEarly extends WorkerVariation {
    final void serve(VariedGlobal global) {
      PortMessageQueue waiting = global.insidePort().portMessageQueue();
      while (!waiting.isEmpty()) {
        exercise();
        waiting.take().run();
      }
    }
  }

  @Mutant(killedBy = "worker.enabled-after-script", seenIn = "exokitxr/exokit#510")
  static final class DispatchesBeforeTheScript extends ServingEarly {
    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      serve(global);
      super.start(global, script);
    }
  }

  @Mutant(killedBy = "worker.enabled-after-script")
  static final class DispatchesBeforeTheMicrotasksOfTheScript extends ServingEarly {
    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      super.start(global, realm -> {
        script.accept(realm);
        serve(global);
      });
    }
  }

  @Mutant(killedBy = "worker.script-throws-still-enabled")
  static final class AScriptThatThrowsEndsTheStart extends WorkerVariation {
    private @Nullable VariedGlobal thrown;

    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      super.start(global, realm -> {
        try {
          script.accept(realm);
        } catch (RuntimeException e) {
          exercise();
          thrown = global;
          throw e;
        }
      });
    }

    @Override
    void enableOutsidePort(VariedGlobal global) {
      if (thrown != global) {
        super.enableOutsidePort(global);
      }
    }

    @Override
    void enableInsidePort(VariedGlobal global) {
      if (thrown != global) {
        super.enableInsidePort(global);
      }
    }
  }

  @Mutant(killedBy = "worker.construction-failure")
  static final class SaysNothingOfAMissingScript extends WorkerVariation {
    @Override
    void failToStart(VariedGlobal global) {
      exercise();
      global.realm().locked(global.realm().loop()::close);
    }
  }

  @Mutant(killedBy = "worker.construction-failure")
  static final class ThrowsForAMissingScript extends WorkerVariation {
    @Override
    ReferenceWorker newWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
      if (script == null) {
        exercise();
        throw new DOMException("the script cannot be loaded", "NetworkError");
      }
      return super.newWorker(realm, script);
    }
  }

  @Mutant(killedBy = "worker.construction-failure")
  static final class ClonesNothingForAWorkerThatFailed extends WorkerVariation {
    private @Nullable ReferenceWorker failed;

    @Override
    void failToStart(VariedGlobal global) {
      failed = global.worker;
      super.failToStart(global);
    }

    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      if (worker == failed) {
        exercise();
      } else {
        super.post(worker, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "met.implementers")
  static final class TheWorkerObjectHasNoHandlers extends WorkerVariation {
    @Override
    void setOnmessage(VariedWorker worker, @Nullable EventListener handler) {
      exercise();
    }
  }

  @Mutant(killedBy = "met.implementers")
  static final class TheGlobalOfAWorkerHasNoHandlers extends WorkerVariation {
    @Override
    void setOnmessage(VariedGlobal global, @Nullable EventListener handler) {
      exercise();
    }
  }
}
