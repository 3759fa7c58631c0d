package dev.portspec.harness.inprocess;

import dev.portspec.api.WindowProxy;
import dev.portspec.spi.Origin;
import dev.portspec.spi.WindowRealm;

/**
 * A frame as scripts of its parent hold it: what an iframe element is on the web.
 *
 * <p><b>Threads:</b> used on the parent's event loop.
 */
final class Frame {
  private final RealmHost parent;
  private RealmHost inside;

  Frame(RealmHost parent, RealmHost inside) {
    this.parent = parent;
    this.inside = inside;
  }

  RealmHost parent() {
    return parent;
  }

  private WindowRealm realm() {
    return (WindowRealm) inside.realm();
  }

  WindowProxy contentWindow() {
    return realm().proxy();
  }

  void remove() {
    inside.remove();
    realm().remove();
  }

  /** Asks for another document; who makes its host shows it with {@link #shows}. */
  WindowRealm navigate(Origin origin) {
    inside.remove();
    return realm().navigate(origin);
  }

  void shows(RealmHost next) {
    inside = next;
  }
}
