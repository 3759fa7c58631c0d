package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.jspecify.annotations.Nullable;

/** What the checks of this section have in common. */
final class Cloning {
  private Cloning() {}

  /** Clones a value, and observes the {@code clone}. */
  static Trace cloneOf(World world, @Nullable Object value) {
    Realm window = world.window();
    window.run(() -> observe("clone", window.structuredClone(window.keep(value))));
    return world.settle();
  }

  /** A value arrives as it is written. */
  static void assertArrives(World world, @Nullable Object value) {
    assertThat(cloneOf(world, value).observed("clone")).isEqualTo(value);
  }

  /** A value cannot be cloned. */
  static void assertRefused(World world, @Nullable Object value) {
    Realm window = world.window();
    window.attempt("clone", () -> window.structuredClone(value));
    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
  }
}
