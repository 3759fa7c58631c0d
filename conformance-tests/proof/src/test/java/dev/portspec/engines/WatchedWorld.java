package dev.portspec.engines;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import java.util.List;
import java.util.function.Consumer;

/**
 * A world that somebody looks at before it is closed.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class WatchedWorld implements BackendWorld {
  private final BackendWorld world;
  private final Consumer<BackendWorld> beforeItsEnd;

  WatchedWorld(BackendWorld world, Consumer<BackendWorld> beforeItsEnd) {
    this.world = world;
    this.beforeItsEnd = beforeItsEnd;
  }

  @Override
  public Answer run(String realm, List<?> script) {
    return world.run(realm, script);
  }

  @Override
  public boolean settleExactly() {
    return world.settleExactly();
  }

  @Override
  public void turn() {
    world.turn();
  }

  @Override
  public void collectGarbage() {
    world.collectGarbage();
  }

  @Override
  public List<Observation> observations() {
    return world.observations();
  }

  @Override
  public void close() {
    try (world) {
      beforeItsEnd.accept(world);
    }
  }
}
