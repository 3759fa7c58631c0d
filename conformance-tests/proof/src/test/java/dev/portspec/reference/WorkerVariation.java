package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A variation whose dedicated workers take one of their steps otherwise. Each step is a method here, with the Worker
 * object or the global object that takes it first; what is not overridden is the step of the reference.
 */
abstract class WorkerVariation extends Variation {
  @Override
  ReferenceWorker newWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
    return new VariedWorker(realm, script, this);
  }

  @Override
  ReferenceDedicatedWorkerGlobalScope newDedicatedWorkerGlobalScope(ReferenceRealm realm, ReferenceWorker worker) {
    return new VariedGlobal(realm, worker, this);
  }

  void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
    worker.usualPost(message, transfer);
  }

  void setOnmessage(VariedWorker worker, @Nullable EventListener handler) {
    worker.usualSetOnmessage(handler);
  }

  void terminate(VariedWorker worker) {
    worker.usualTerminate();
  }

  void fireError(VariedWorker worker, String message) {
    worker.usualFireError(message);
  }

  void post(VariedGlobal global, @Nullable Object message, List<? extends @Nullable Object> transfer) {
    global.usualPost(message, transfer);
  }

  void setOnmessage(VariedGlobal global, @Nullable EventListener handler) {
    global.usualSetOnmessage(handler);
  }

  void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
    global.usualStart(script);
  }

  void failToStart(VariedGlobal global) {
    global.usualFailToStart();
  }

  void enableOutsidePort(VariedGlobal global) {
    global.usualEnableOutsidePort();
  }

  void enableInsidePort(VariedGlobal global) {
    global.usualEnableInsidePort();
  }

  void close(VariedGlobal global) {
    global.usualClose();
  }

  void emptyOutsideQueue(VariedGlobal global) {
    global.usualEmptyOutsideQueue();
  }

  void exceptionWasNotHandled(VariedGlobal global, String message) {
    global.usualExceptionWasNotHandled(message);
  }

  boolean dispatch(VariedGlobal global, ReferenceEvent event) {
    return global.usualDispatch(event);
  }

  /** Whether a port is the one of a worker's two that its owner has, and nobody sees. */
  static boolean isOutside(ReferencePort port) {
    return port.messageEventTarget() instanceof ReferenceWorker;
  }

  /** Whether a port is the one of a worker's two that the worker has. */
  static boolean isInside(ReferencePort port) {
    return port.messageEventTarget() instanceof ReferenceDedicatedWorkerGlobalScope;
  }

  /** A Worker object that asks its variation at each step. */
  static final class VariedWorker extends ReferenceWorker {
    private final WorkerVariation variation;

    VariedWorker(
        ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script, WorkerVariation variation) {
      super(realm, script);
      this.variation = variation;
    }

    @Override
    public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
      variation.post(this, message, transfer);
    }

    private void usualPost(@Nullable Object message, List<? extends @Nullable Object> transfer) {
      super.postMessage(message, transfer);
    }

    @Override
    public void setOnmessage(@Nullable EventListener handler) {
      variation.setOnmessage(this, handler);
    }

    private void usualSetOnmessage(@Nullable EventListener handler) {
      super.setOnmessage(handler);
    }

    @Override
    public void terminate() {
      variation.terminate(this);
    }

    private void usualTerminate() {
      super.terminate();
    }

    @Override
    void fireError(String message) {
      variation.fireError(this, message);
    }

    private void usualFireError(String message) {
      super.fireError(message);
    }
  }

  /** The global object of a worker, which asks its variation at each step. */
  static final class VariedGlobal extends ReferenceDedicatedWorkerGlobalScope {
    private final WorkerVariation variation;

    VariedGlobal(ReferenceRealm realm, ReferenceWorker worker, WorkerVariation variation) {
      super(realm, worker);
      this.variation = variation;
    }

    @Override
    public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
      variation.post(this, message, transfer);
    }

    private void usualPost(@Nullable Object message, List<? extends @Nullable Object> transfer) {
      super.postMessage(message, transfer);
    }

    @Override
    public void setOnmessage(@Nullable EventListener handler) {
      variation.setOnmessage(this, handler);
    }

    private void usualSetOnmessage(@Nullable EventListener handler) {
      super.setOnmessage(handler);
    }

    @Override
    void start(ReferencePort outsidePort, ReferencePort insidePort, Consumer<? super SubjectRealm> script) {
      variation.start(this, script);
    }

    private void usualStart(Consumer<? super SubjectRealm> script) {
      super.start(worker.outsidePort, insidePort(), script);
    }

    @Override
    void failToStart(ReferenceEventTarget worker) {
      variation.failToStart(this);
    }

    private void usualFailToStart() {
      super.failToStart(worker);
    }

    @Override
    void enableOutsidePort(ReferencePort outsidePort) {
      variation.enableOutsidePort(this);
    }

    private void usualEnableOutsidePort() {
      super.enableOutsidePort(worker.outsidePort);
    }

    @Override
    void connect(ReferencePort port) {
      variation.enableInsidePort(this);
    }

    private void usualEnableInsidePort() {
      super.connect(insidePort());
    }

    @Override
    public void close() {
      variation.close(this);
    }

    private void usualClose() {
      super.close();
    }

    @Override
    void emptyOutsideQueue() {
      variation.emptyOutsideQueue(this);
    }

    private void usualEmptyOutsideQueue() {
      super.emptyOutsideQueue();
    }

    @Override
    void exceptionWasNotHandled(String message) {
      variation.exceptionWasNotHandled(this, message);
    }

    private void usualExceptionWasNotHandled(String message) {
      super.exceptionWasNotHandled(message);
    }

    @Override
    boolean dispatch(ReferenceEvent event) {
      return variation.dispatch(this, event);
    }

    private boolean usualDispatch(ReferenceEvent event) {
      return super.dispatch(event);
    }
  }
}
