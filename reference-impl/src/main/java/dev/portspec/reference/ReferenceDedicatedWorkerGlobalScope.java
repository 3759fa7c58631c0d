package dev.portspec.reference;

import dev.portspec.api.DedicatedWorkerGlobalScope;
import dev.portspec.api.EventListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The global object of a dedicated worker.
 *
 * <p><b>Concurrency:</b> as {@link ReferenceWorkerGlobalScope}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#dedicatedworkerglobalscope">HTML,
 *     DedicatedWorkerGlobalScope</a>
 */
class ReferenceDedicatedWorkerGlobalScope extends ReferenceWorkerGlobalScope implements DedicatedWorkerGlobalScope {
  final ReferenceWorker worker;
  private final ReferencePort insidePort;

  // https://html.spec.whatwg.org/multipage/workers.html#run-a-worker, onComplete, 2-4
  ReferenceDedicatedWorkerGlobalScope(ReferenceRealm realm, ReferenceWorker worker) {
    super(realm, "", worker.realm());
    this.worker = worker;
    this.insidePort = realm.loop().world().parts().newPort(realm);
    // worker.inside-port.target
    insidePort.setMessageEventTarget(this);
  }

  ReferencePort insidePort() {
    return insidePort;
  }

  // worker.global-post.delegates
  @Override
  public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
    insidePort.postMessage(message, transfer);
  }

  // worker.no-start-needed-inside
  @Override
  void connect(ReferencePort port) {
    port.enableAtStart();
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception, step 7.2
  @Override
  void exceptionWasNotHandled(String message) {
    realm().interferes();
    worker.realm().queueDomManipulation(() -> worker.fireError(message));
  }

  // worker.terminate.empties-outside-queue, worker.terminate.other-ports-unaffected
  @Override
  void emptyOutsideQueue() {
    ChannelEnd outsidePort = insidePort.entangledWith();
    if (outsidePort != null) {
      outsidePort.portMessageQueue().discard();
    }
  }

  @Override
  public @Nullable EventListener getOnmessage() {
    checkThread("onmessage");
    return eventHandlers().get("message");
  }

  // met.onmessage, port.onmessage.rule-is-port-only
  @Override
  public void setOnmessage(@Nullable EventListener handler) {
    checkThread("onmessage");
    eventHandlers().set("message", handler);
  }

  @Override
  public @Nullable EventListener getOnmessageerror() {
    checkThread("onmessageerror");
    return eventHandlers().get("messageerror");
  }

  // met.onmessageerror
  @Override
  public void setOnmessageerror(@Nullable EventListener handler) {
    checkThread("onmessageerror");
    eventHandlers().set("messageerror", handler);
  }
}
