package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.Worker;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A dedicated worker, seen from its owner.
 *
 * <p>DEVIATION: in the standard the ports are entangled once the script was fetched, so that what is posted before
 * vanishes. Here they are from the beginning, as in all engines (gap 11: worker.early-post-kept).
 *
 * <p><b>Concurrency:</b> belongs to the agent of the owner; the worker's agent and this one share the two ports.
 *
 * <p>What is not private is a step of the standard or a slot, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#worker">HTML,
 *     Worker</a>
 */
class ReferenceWorker extends ReferenceMessageEventTarget implements Worker {
  final ReferencePort outsidePort;
  final ReferenceDedicatedWorkerGlobalScope workerGlobalScope;

  // https://html.spec.whatwg.org/multipage/workers.html#dom-worker
  ReferenceWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
    super(realm, "Worker");
    EventLoop owner = realm.loop();
    Parts parts = owner.world().parts();
    // 5-7. worker.outside-port.hidden, worker.outside-port.target
    outsidePort = parts.newPort(realm);
    outsidePort.setMessageEventTarget(this);
    // 9. an agent of its own
    EventLoop agent = parts.newEventLoop(owner.world(), owner.nextWorkerName());
    workerGlobalScope =
        (ReferenceDedicatedWorkerGlobalScope)
            parts.newWorkerRealm(
                    agent, realm.webOrigin(), inside -> parts.newDedicatedWorkerGlobalScope(inside, this))
                .global();
    realm.interferes();
    // worker.ports-entangled
    realm.locked(() -> ChannelEnd.entangle(outsidePort, workerGlobalScope.insidePort()));
    workerGlobalScope.run(this, outsidePort, workerGlobalScope.insidePort(), script);
  }

  // worker.post.delegates, worker.terminate.post-after-silent
  @Override
  public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
    outsidePort.postMessage(message, transfer);
  }

  // https://html.spec.whatwg.org/multipage/workers.html#dom-worker-terminate: worker.terminate.idempotent,
  // worker.terminate.current-handler-finishes
  @Override
  public void terminate() {
    checkThread("terminate");
    realm().interferes();
    realm().letOthersRun();
    workerGlobalScope.terminate();
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception, step 7.2:
  // worker.error.uncaught-in-handler, worker.error.task-order
  void fireError(String message) {
    // worker.error.propagates-to-owner
    boolean notHandled = dispatch(new ReferenceErrorEvent(realm(), message, null));
    if (notHandled) {
      realm().reportOfWorker(message);
    }
  }

  @Override
  public @Nullable EventListener getOnerror() {
    checkThread("onerror");
    return eventHandlers().get("error");
  }

  // handler.onerror-worker-vs-global
  @Override
  public void setOnerror(@Nullable EventListener handler) {
    checkThread("onerror");
    eventHandlers().set("error", handler);
  }
}
