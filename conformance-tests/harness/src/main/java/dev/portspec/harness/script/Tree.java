package dev.portspec.harness.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds nodes of scripts: maps in order, nothing more. */
public final class Tree {
  private Tree() {}

  /** A node of keys and values by turns. */
  public static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> node = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      put(node, (String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return node;
  }

  /** Adds an entry; null stays null, as JSON has it. */
  @SuppressWarnings("NullAway")
  public static void put(Map<String, Object> node, String key, @Nullable Object value) {
    node.put(key, value);
  }

  /** The expression that reads a name. */
  public static Map<String, Object> name(String name) {
    return of("var", name);
  }

  /** The expression that reads a property. */
  public static Map<String, Object> get(Object key, Object of) {
    return of("get", key, "of", of);
  }

  /** A number as JSON can carry it: what JSON lacks has a node of its own. */
  public static Object number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return of("number", Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
    return value == 0 && 1 / value < 0 ? of("number", "-0") : (Object) value;
  }

  /** A string as JSON can carry it: one with lone surrogates is a list of code units. */
  public static Object string(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return of("string", value.chars().boxed().toList());
      }
    }
    return value;
  }
}
