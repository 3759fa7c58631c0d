package dev.portspec.harness;

import dev.portspec.harness.script.Tree;

/** A handle of a {@code SharedWorker}, in a realm that connected to it. */
public final class SharedWorkerHandle extends Target {
  private final Realm inside;

  SharedWorkerHandle(Realm realm, Object tree, Realm inside) {
    super(realm, tree);
    this.inside = inside;
  }

  /** The worker's own realm. */
  public Realm inside() {
    return inside;
  }

  /** {@code port}, read anew at each use. */
  public Port port() {
    return new Port(realm, Tree.get("port", tree()));
  }
}
