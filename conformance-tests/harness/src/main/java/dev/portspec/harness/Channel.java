package dev.portspec.harness;

import dev.portspec.harness.script.Tree;

/** A handle of a {@code MessageChannel}. */
public final class Channel extends Value {
  Channel(Realm realm, Object tree) {
    super(realm, tree);
  }

  /** {@code port1}, read anew at each use. */
  public Port port1() {
    return new Port(realm, Tree.get("port1", tree()));
  }

  /** {@code port2}, read anew at each use. */
  public Port port2() {
    return new Port(realm, Tree.get("port2", tree()));
  }
}
