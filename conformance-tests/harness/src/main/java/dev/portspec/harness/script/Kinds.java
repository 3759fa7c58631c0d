package dev.portspec.harness.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of values in words, and the clause of each that says that its clone is one. */
final class Kinds {
  private static final String UNKNOWN = "something unknown";
  private static final List<String[]> OF_NODES =
      List.of(
          new String[] {"undefined", "undefined", "sc.ser.primitives"},
          new String[] {"number", "a number", "sc.ser.primitives"},
          new String[] {"bigint", "a bigint", "sc.ser.primitives"},
          new String[] {"string", "a string", "sc.ser.primitives"},
          new String[] {"hole", "a hole", "sc.ser.array-holes"},
          new String[] {"object", "a plain object", "sc.ser.object-own-enumerable-string"},
          new String[] {"array", "an array", "sc.ser.array-length"},
          new String[] {"map", "a Map", "sc.ser.map"},
          new String[] {"set", "a Set", "sc.ser.set"},
          new String[] {"date", "a Date", "sc.ser.date"},
          new String[] {"regexp", "a RegExp", "sc.ser.regexp"},
          new String[] {"view", "a view", "sc.ser.typed-array-kind"},
          new String[] {"error", "an error", "sc.err.prototype-by-name"},
          new String[] {"domException", "a DOMException", "sc.err.domexception"},
          new String[] {"platform", "a platform object", "sc.dwt.identity"});

  private Kinds() {}

  /** Its kind in words. */
  static String of(@Nullable Object tree) {
    if (tree == null || tree instanceof Boolean) {
      return tree == null ? "null" : "a boolean";
    } else if (tree instanceof String || tree instanceof Number) {
      return tree instanceof String ? "a string" : "a number";
    }
    return tree instanceof Map<?, ?> node ? ofNode(node) : UNKNOWN;
  }

  private static String ofNode(Map<?, ?> node) {
    if (node.containsKey("buffer")) {
      return Boolean.TRUE.equals(node.get("shared")) ? "a SharedArrayBuffer" : "an ArrayBuffer";
    } else if (node.containsKey("boxed")) {
      return of(node.get("boxed")) + " object";
    }
    return find(node, 1, UNKNOWN);
  }

  private static String find(Map<?, ?> node, int column, String otherwise) {
    return OF_NODES.stream()
        .filter(kind -> node.containsKey(kind[0]))
        .map(kind -> kind[column])
        .findFirst()
        .orElse(otherwise);
  }

  /** The clause by which the clone of such a value is one. */
  static String clause(@Nullable Object tree) {
    if (!(tree instanceof Map<?, ?> node)) {
      return "sc.ser.primitives";
    } else if (node.containsKey("buffer")) {
      return Boolean.TRUE.equals(node.get("shared")) ? "sc.ser.sab-shared" : "sc.ser.arraybuffer-copy";
    } else if (node.containsKey("boxed")) {
      String primitive = of(node.get("boxed"));
      return "sc.ser.boxed-" + primitive.substring(primitive.indexOf(' ') + 1);
    }
    return find(node, 2, "sc.ser.primitives");
  }
}
