package dev.portspec.harness;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  /** Sets {@code onerror}. */
  public void onerror(@Nullable Consumer<? super Event> handler) {
    on("error", handler);
  }

  public void terminate() {
    act("terminate", List.of());
  }
}
