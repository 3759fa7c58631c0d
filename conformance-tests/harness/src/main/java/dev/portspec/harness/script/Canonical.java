package dev.portspec.harness.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for each value graph: two values are equal in structure and in what they share exactly when their texts are
 * equal. Identities are numbered by first appearance and shown only where something refers to them.
 */
public final class Canonical {
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Set<Object> referred = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  private Canonical() {}

  /** The text of a value, written or seen. */
  public static String text(@Nullable Object tree) {
    Canonical canonical = new Canonical();
    canonical.findReferences(tree);
    canonical.write(tree);
    return canonical.out.toString();
  }

  /** The texts of several values, each for itself. */
  public static List<String> texts(List<? extends @Nullable Object> trees) {
    List<String> texts = new ArrayList<>();
    trees.forEach(tree -> texts.add(text(tree)));
    return texts;
  }

  /** Every identity in an observed value. */
  public static Set<Object> identities(@Nullable Object tree) {
    Set<Object> found = new HashSet<>();
    collectIdentities(tree, found);
    return found;
  }

  private static void collectIdentities(@Nullable Object tree, Set<Object> found) {
    if (tree instanceof Map<?, ?> map) {
      if (map.get("#") instanceof Number number) {
        found.add(number.longValue());
      }
      map.values().forEach(value -> collectIdentities(value, found));
    } else if (tree instanceof List<?> list) {
      list.forEach(element -> collectIdentities(element, found));
    }
  }

  private void findReferences(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      if (map.get("ref") instanceof Number number) {
        referred.add(number.longValue());
      }
      map.values().forEach(this::findReferences);
    } else if (tree instanceof List<?> list) {
      list.forEach(this::findReferences);
    }
  }

  private void write(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      node(map);
    } else if (tree instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        write(list.get(i));
      }
      out.append(']');
    } else if (tree instanceof String string) {
      quoted(string);
    } else if (tree instanceof Number number) {
      double value = number.doubleValue();
      out.append(value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : value);
    } else {
      out.append(tree);
    }
  }

  /** What a terminal would not show, or would obey, is written as its code unit. */
  private void quoted(String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void node(Map<?, ?> map) {
    if (map.get("ref") instanceof Number number) {
      Integer known = numbers.get(number.longValue());
      out.append('#').append(known == null ? "(elsewhere)" : known);
      return;
    }
    if (map.get("#") instanceof Number number) {
      int fresh = numbers.size() + 1;
      if (referred.contains(number.longValue())) {
        numbers.put(number.longValue(), fresh);
        out.append('#').append(fresh).append('=');
      }
    }
    Object domException = map.get("domException");
    if (domException != null) {
      // its message is the implementation's own, and the code follows from the name
      out.append("DOMException ").append(domException);
      return;
    }
    if (map.size() == 1 && map.containsKey("undefined")) {
      out.append("undefined");
      return;
    }
    if (map.size() == 1 && map.get("number") instanceof String number) {
      out.append(number);
      return;
    }
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      if (!entry.getKey().equals("#") && !entry.getKey().equals("in")) {
        out.append(separator).append(entry.getKey()).append(": ");
        write(entry.getValue());
        separator = ", ";
      }
    }
    out.append('}');
  }
}
