package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The global object of a shared worker. The script stands for its constructor URL, and its origin for the storage key.
 * It may go on when its owners are gone.
 *
 * <p><b>Concurrency:</b> as {@link ReferenceWorkerGlobalScope}; {@link #connect} is called by any agent.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#sharedworkerglobalscope">HTML,
 *     SharedWorkerGlobalScope</a>
 */
class ReferenceSharedWorkerGlobalScope extends ReferenceWorkerGlobalScope implements SharedWorkerGlobalScope {
  private final @Nullable Consumer<? super SubjectRealm> script;

  ReferenceSharedWorkerGlobalScope(
      ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
    super(realm, name, null);
    this.script = script;
  }

  /** Whether a connection of that key is one to this worker; called with the world's lock held. */
  // https://html.spec.whatwg.org/multipage/workers.html#dom-sharedworker, step 11.2: sworker.same-key, sworker.close
  boolean isFoundBy(String otherName, @Nullable Consumer<? super SubjectRealm> otherScript) {
    return script != null && script == otherScript && getName().equals(otherName) && !realm().loop().closed();
  }

  // gap 12: sworker.outside-port.enabled-first
  @Override
  void enableOutsidePort(ReferencePort outsidePort) {
    if (outsidePort.awaitsStart() && realm().decide(Freedom.SHARED_FIRST_PORT).equals("unaided")) {
      super.enableOutsidePort(outsidePort);
    }
  }

  // sworker.connect.fires, sworker.connect.each-connection
  @Override
  void connect(ReferencePort insidePort) {
    realm().queueDomManipulation(() -> fireConnect(insidePort));
  }

  // sworker.connect.type, sworker.connect.data-empty-string, sworker.connect.ports, sworker.connect.source,
  // sworker.connect.origin-empty, sworker.inside-port.disabled
  void fireConnect(ReferencePort insidePort) {
    MessageEventInit init =
        new MessageEventInit(
            false, false, false, "", "", "", insidePort, ReferenceRealm.frozen(List.of(insidePort)));
    dispatch(realm().loop().world().parts().newMessageEvent(realm(), "connect", init, true));
  }

  @Override
  public @Nullable EventListener getOnconnect() {
    checkThread("onconnect");
    return eventHandlers().get("connect");
  }

  // sworker.connect.onconnect
  @Override
  public void setOnconnect(@Nullable EventListener handler) {
    checkThread("onconnect");
    eventHandlers().set("connect", handler);
  }
}
