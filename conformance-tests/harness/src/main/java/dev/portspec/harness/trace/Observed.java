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

  /** The name of an error or a DOMException, the text of anything else: what an error says is the engine's own. */
  public String brief() {
    return brief(tree);
  }

  /** As {@link #brief()}, of a value that has no label. */
  public static String brief(@Nullable Object tree) {
    String name = exceptionName(tree);
    return name == null ? Canonical.text(tree) : name;
  }

  static @Nullable String exceptionName(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> node) {
      Object name = node.get("domException") != null ? node.get("domException") : node.get("error");
      return name instanceof String text ? text : null;
    }
    return null;
  }

  /** The identity of an object; null for a primitive. */
  @Nullable Number identity() {
    return tree instanceof Map<?, ?> node && node.get("#") instanceof Number number ? number.longValue() : null;
  }
}
