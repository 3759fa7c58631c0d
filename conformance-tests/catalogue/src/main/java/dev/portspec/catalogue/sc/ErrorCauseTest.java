package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What an error carries besides its name and message: HTML, StructuredSerializeInternal, step 17.6. */
class ErrorCauseTest {

  /** The cause of an error should come along with it, and need not. */
  @Test
  @Verifies("sc.err.extra-data")
  void aCauseMayComeAlong(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(error("RangeError", "too far").own("cause", "a reason"));
      observe("clone", window.structuredClone(original));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("carried", t -> assertThat(t.observed("clone"))
            .isEqualTo(error("RangeError", "too far").own("cause", "a reason"))),
        outcome("left-out", t -> assertThat(t.observed("clone")).isEqualTo(error("RangeError", "too far"))));
  }
}
