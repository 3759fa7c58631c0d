package dev.portspec.reference;

import dev.portspec.api.WindowProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WindowProxy: the one of its frame or top-level window, in all agents, whatever document is there.
 *
 * <p><b>Concurrency:</b> called in a task of any agent of its world.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-windowproxy-exotic-object">HTML,
 *     WindowProxy</a>
 */
class ReferenceWindowProxy implements WindowProxy {
  private final Navigable navigable;

  ReferenceWindowProxy(Navigable navigable) {
    this.navigable = navigable;
  }

  // xdoc.cross-origin-callable
  @Override
  public void postMessage(@Nullable Object message, String targetOrigin, List<? extends @Nullable Object> transfer) {
    EventLoop.checkCurrentNotAborted();
    window().postMessageSteps(message, targetOrigin, SerializedWithTransfer.sequence(transfer));
  }

  /** The [[Window]] slot. */
  ReferenceWindow window() {
    ReferenceRealm incumbent = EventLoop.incumbent();
    return incumbent.locking(() -> navigable.activeDocument().realm().global());
  }

  @Override
  public String toString() {
    return "window of " + navigable.activeDocument().realm();
  }
}
