package dev.portspec.harness;

import dev.portspec.harness.trace.Divergence;
import org.jspecify.annotations.Nullable;

/** Every assertion ends here: it counts for its clause, and fails with what was expected and what was seen. */
final class Judge {
  private Judge() {}

  static void equal(String what, @Nullable Object expected, @Nullable Object seen) {
    that(what, String.valueOf(expected).equals(String.valueOf(seen)), String.valueOf(expected), String.valueOf(seen));
  }

  static void that(String what, boolean holds, String expected, String seen) {
    that(what, holds, expected, seen, "");
  }

  static void that(String what, boolean holds, String expected, String seen, String details) {
    ClauseLedger.current().asserted();
    if (!holds) {
      throw new Divergence(what, expected, seen, details);
    }
  }
}
