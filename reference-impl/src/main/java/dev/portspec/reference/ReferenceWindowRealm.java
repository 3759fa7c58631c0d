package dev.portspec.reference;

import dev.portspec.api.WindowProxy;
import dev.portspec.spi.Origin;
import dev.portspec.spi.WindowRealm;

/**
 * The realm of a window: that of a frame of the same origin shares its parent's agent.
 *
 * <p><b>Threads:</b> as {@link ReferenceRealm}; {@link #remove} and {@link #navigate} are for tasks of the agent of the
 * window that contains this one.
 */
public class ReferenceWindowRealm extends ReferenceRealm implements WindowRealm {
  private final String name;
  private final Document document;

  // https://html.spec.whatwg.org/multipage/nav-history-apis.html#set-up-a-window-environment-settings-object
  ReferenceWindowRealm(EventLoop loop, String name, WebOrigin origin, Navigable navigable) {
    super(loop, origin, realm -> loop.world().parts().newWindow((ReferenceWindowRealm) realm));
    this.name = name;
    this.document = new Document(this, navigable);
  }

  @Override
  final Document document() {
    return document;
  }

  @Override
  final boolean isFullyActive() {
    return document.isFullyActive();
  }

  /** Whether this realm's agent was made for it. */
  final boolean hasOwnAgent() {
    return loop().name().equals(name);
  }

  @Override
  public ReferenceWindow global() {
    return (ReferenceWindow) super.global();
  }

  @Override
  public WindowProxy proxy() {
    return document.navigable().windowProxy();
  }

  @Override
  public ReferenceWindowRealm newFrame(Origin origin) {
    loop().checkThread("newFrame");
    return Navigable.child(document, WebOrigin.of(origin)).activeDocument().realm();
  }

  @Override
  public void remove() {
    document.navigable().remove();
  }

  @Override
  public ReferenceWindowRealm navigate(Origin origin) {
    return document.navigable().navigate(WebOrigin.of(origin)).realm();
  }

  @Override
  public String serializationOf(Origin origin) {
    return WebOrigin.of(origin).serialization();
  }

  @Override
  public String toString() {
    return hasOwnAgent() ? super.toString() : "realm " + name + " of agent " + loop().name();
  }
}
