package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.SharedWorker;
import dev.portspec.spi.SubjectRealm;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shared worker, seen from one of those that are connected to it.
 *
 * <p>DEVIATION: as in {@link ReferenceWorker}, the ports are entangled from the beginning (gap 11:
 * sworker.early-post-kept).
 *
 * <p><b>Concurrency:</b> belongs to the agent that made it. That finds the worker or makes it with the world's lock
 * held, in place of the standard's shared worker manager, which does one such thing after another.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#sharedworker">HTML,
 *     SharedWorker</a>
 */
class ReferenceSharedWorker extends ReferenceEventTarget implements SharedWorker {
  private final ReferencePort port;
  private final EventHandlers eventHandlers;

  // https://html.spec.whatwg.org/multipage/workers.html#dom-sharedworker
  ReferenceSharedWorker(ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
    super(realm, "SharedWorker");
    Parts parts = realm.loop().world().parts();
    eventHandlers = parts.newEventHandlers(this);
    // 6-7. sworker.port.target-self
    port = parts.newPort(realm);
    // 11. in parallel
    realm.interferes();
    realm.letOthersRun();
    boolean isLater = realm.locking(() -> connects(name, script));
    // gap 12: sworker.outside-port.not-enabled-later
    if (isLater && realm.decide(Freedom.SHARED_LATER_PORT).equals("unaided")) {
      port.enableAtStart();
    }
  }

  /** Connects to the worker that there is, or to a new one; whether there was one. */
  private boolean connects(String name, @Nullable Consumer<? super SubjectRealm> script) {
    // 11.1-2.
    ReferenceSharedWorkerGlobalScope found =
        realm().loop().world().sharedWorkers().stream()
            .filter(scope -> scope.realm().webOrigin().equals(realm().webOrigin()))
            .filter(scope -> scope.isFoundBy(name, script))
            .findFirst()
            .orElse(null);
    // LEFT OUT: 11.3-5.3. sworker.mismatch-error: no type, credentials, lifetime or insecure context here
    ReferenceSharedWorkerGlobalScope workerGlobalScope = found == null ? newWorker(name, script) : found;
    // 11.5.5-6.
    ReferencePort insidePort = realm().loop().world().parts().newPort(workerGlobalScope.realm());
    ChannelEnd.entangle(port, insidePort);
    if (found != null) {
      // 11.5.7.
      found.connect(insidePort);
    } else {
      // 11.6. sworker.construction-failure
      workerGlobalScope.run(this, port, insidePort, script);
    }
    return found != null;
  }

  private ReferenceSharedWorkerGlobalScope newWorker(String name, @Nullable Consumer<? super SubjectRealm> script) {
    ReferenceWorld world = realm().loop().world();
    EventLoop agent = world.parts().newEventLoop(world, world.nextSharedWorkerName());
    ReferenceRealm inside =
        world.parts().newWorkerRealm(
            agent,
            realm().webOrigin(),
            made -> world.parts().newSharedWorkerGlobalScope(made, name, script));
    ReferenceSharedWorkerGlobalScope workerGlobalScope = (ReferenceSharedWorkerGlobalScope) inside.global();
    world.sharedWorkers().add(workerGlobalScope);
    return workerGlobalScope;
  }

  // sworker.port.exposed
  @Override
  public ReferencePort getPort() {
    return port;
  }

  @Override
  public @Nullable EventListener getOnerror() {
    checkThread("onerror");
    return eventHandlers.get("error");
  }

  // sworker.construction-failure, sworker.error.not-forwarded
  @Override
  public void setOnerror(@Nullable EventListener handler) {
    checkThread("onerror");
    eventHandlers.set("error", handler);
  }
}
