package dev.portspec.harness;

import java.util.List;

/** A handle of a {@code Worker}, in the realm that made it. */
public final class WorkerHandle extends Target {
  private final Realm inside;

  WorkerHandle(Realm realm, Object tree, Realm inside) {
    super(realm, tree);
    this.inside = inside;
  }

  /** The worker's own realm. */
  public Realm inside() {
    return inside;
  }

  public void terminate() {
    act("terminate", List.of());
  }
}
