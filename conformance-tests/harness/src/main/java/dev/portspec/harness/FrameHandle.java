package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import java.util.List;

/** A handle of a frame, in the realm whose window contains it. */
public final class FrameHandle extends Value {
  private final Realm inside;

  FrameHandle(Realm realm, Object tree, Realm inside) {
    super(realm, tree);
    this.inside = inside;
  }

  /** The realm of the document that was loaded when this handle was made. */
  public Realm inside() {
    return inside;
  }

  /** {@code contentWindow}, read anew at each use; keep it to have it when the frame is gone. */
  public WindowHandle window() {
    return new WindowHandle(realm, Tree.get("contentWindow", tree()));
  }

  /** Removes the frame: its document is destroyed. */
  public void remove() {
    need(Capability.NAVIGATION);
    act("remove", List.of());
  }

  /** Loads another document into the frame, in a script of its own; the handle is of the same frame. */
  public FrameHandle navigate(Origin origin) {
    need(Capability.NAVIGATION);
    return realm.frame(origin, tree());
  }
}
