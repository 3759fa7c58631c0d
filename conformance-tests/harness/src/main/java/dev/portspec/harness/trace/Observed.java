package dev.portspec.harness.trace;

import dev.portspec.harness.script.Canonical;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that was seen.
 *
 * @param label what the test called it
 * @param agent whose identities it has
 * @param tree the value
 */
public record Observed(String label, String agent, @Nullable Object tree) {
  /** Structure and sharing as one text. */
  public String text() {
    return Canonical.text(tree);
  }

  /** The identity of an object; null for a primitive. */
  @Nullable Number identity() {
    return tree instanceof Map<?, ?> node && node.get("#") instanceof Number number ? number.longValue() : null;
  }
}
