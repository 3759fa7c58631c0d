package dev.portspec.harness.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a clone as it must be with a clone as it was seen, object by object, and says of each difference which
 * clause it breaks. Where {@link Canonical} says whether two graphs are equal, this says what is wrong with one, in
 * words that are the same for every graph that shows the same fault.
 */
public final class Resemblance {
  /** What an error may carry along besides its message: sc.err.extra-data. */
  private static final Set<String> ACCOMPANYING =
      Set.of("cause", "errors", "stack", "fileName", "lineNumber", "columnNumber");

  private final Map<Object, Map<?, ?>> expectedNodes = new HashMap<>();
  private final Map<Object, Map<?, ?>> seenNodes = new HashMap<>();
  private final Map<Object, Object> seenFor = new HashMap<>();
  private final Map<Object, Object> expectedFor = new HashMap<>();
  private final Set<Object> open = new HashSet<>();
  private final Set<String> clauses = new LinkedHashSet<>();
  private final List<Difference> differences = new ArrayList<>();

  private Resemblance() {}

  /**
   * What is wrong with a clone.
   *
   * @param clause that it breaks
   * @param what which part of what kind of value
   * @param expected what that must be
   * @param seen what it is, in words without any content
   * @param where it is, with its content
   */
  public record Difference(String clause, String what, String expected, String seen, String where) {}

  /** Compares two trees. */
  public static Resemblance of(@Nullable Object expected, @Nullable Object seen) {
    Resemblance resemblance = new Resemblance();
    index(expected, resemblance.expectedNodes);
    index(seen, resemblance.seenNodes);
    resemblance.compare(expected, seen, "the clone");
    return resemblance;
  }

  /** The clauses that say something of what was compared. */
  public Set<String> clauses() {
    return clauses;
  }

  /** What is different. */
  public List<Difference> differences() {
    return differences;
  }

  private static void index(@Nullable Object tree, Map<Object, Map<?, ?>> nodes) {
    if (tree instanceof Map<?, ?> node) {
      if (node.get("#") instanceof Number number) {
        nodes.put(number.longValue(), node);
      }
      node.values().forEach(value -> index(value, nodes));
    } else if (tree instanceof List<?> list) {
      list.forEach(element -> index(element, nodes));
    }
  }

  private static @Nullable Object resolved(@Nullable Object tree, Map<Object, Map<?, ?>> nodes) {
    boolean isReference = tree instanceof Map<?, ?> node && node.get("ref") instanceof Number;
    return isReference ? nodes.get(((Number) ((Map<?, ?>) tree).get("ref")).longValue()) : tree;
  }

  private void compare(@Nullable Object expectedTree, @Nullable Object seenTree, String path) {
    Object expected = resolved(expectedTree, expectedNodes);
    Object seen = resolved(seenTree, seenNodes);
    String kind = Kinds.of(expected);
    String clause = Kinds.clause(expected);
    clauses.add(clause);
    if (!kind.equals(Kinds.of(seen))) {
      differ(clause, kind, kind, Kinds.of(seen), path, expected, seen);
    } else if (expected instanceof Map<?, ?> node && node.get("#") instanceof Number && seen instanceof Map<?, ?> other) {
      object(node, other, path);
    } else if (!text(expected).equals(text(seen))) {
      differ(clause, kind, "the same", "another", path, expected, seen);
    }
  }

  private void object(Map<?, ?> expected, Map<?, ?> seen, String path) {
    Object id = ((Number) expected.get("#")).longValue();
    Object seenId = seen.get("#") instanceof Number number ? number.longValue() : path;
    Object before = seenFor.get(id);
    if (before != null) {
      String clause = open.contains(id) ? "sc.ser.cycle" : "sc.ser.shared-identity";
      clauses.add(clause);
      check(before.equals(seenId), clause, Kinds.of(expected) + " that is reached twice", "one object", "two", path);
      return;
    }
    clauses.add("sc.ser.equal-not-merged");
    if (expectedFor.containsKey(seenId)) {
      differ("sc.ser.equal-not-merged", Kinds.of(expected), "an object of its own", "another one again", path, "", "");
      return;
    }
    seenFor.put(id, seenId);
    expectedFor.put(seenId, id);
    open.add(id);
    contents(expected, seen, path);
    open.remove(id);
  }

  private void contents(Map<?, ?> expected, Map<?, ?> seen, String path) {
    String kind = Kinds.of(expected);
    String clause = Kinds.clause(expected);
    if (expected.get("object") instanceof List<?> members) {
      properties(members, (List<?>) seen.get("object"), kind, "sc.ser.object-own-enumerable-string", path);
      clauses.add("sc.ser.object-prototype-lost");
      check(!seen.containsKey("prototype"), "sc.ser.object-prototype-lost", kind, "Object.prototype", "another", path);
    } else if (expected.get("array") instanceof List<?> elements) {
      array(elements, (List<?>) seen.get("array"), path);
      properties(list(expected, "props"), list(seen, "props"), kind, "sc.ser.array-extra-props", path);
    } else if (expected.get("map") instanceof List<?> entries) {
      entries(entries, (List<?>) seen.get("map"), path);
    } else if (expected.get("set") instanceof List<?> values) {
      values(values, (List<?>) seen.get("set"), path);
    } else if (expected.containsKey("view")) {
      view(expected, seen, path);
    } else if (expected.containsKey("buffer")) {
      same(expected, seen, "buffer", clause, "the bytes of " + kind, path);
      same(expected, seen, "max", "sc.ser.resizable-kept", "the maximum of " + kind, path);
      same(expected, seen, "detached", clause, "whether " + kind + " is detached", path);
    } else if (expected.containsKey("boxed")) {
      same(expected, seen, "boxed", clause, "the value of " + kind, path);
    } else if (expected.containsKey("error")) {
      error(expected, seen, path);
    } else if (expected.containsKey("domException")) {
      same(expected, seen, "domException", clause, "the name of " + kind, path);
      same(expected, seen, "message", clause, "the message of " + kind, path);
    } else {
      same(expected, seen, expected.containsKey("date") ? "date" : "regexp", clause, "the value of " + kind, path);
    }
  }

  private static List<?> list(Map<?, ?> node, String key) {
    return node.get(key) instanceof List<?> list ? list : List.of();
  }

  private void properties(List<?> expected, List<?> seen, String kind, String clause, String path) {
    List<String> keys = keys(expected);
    List<String> seenKeys = keys(seen);
    clauses.add(clause);
    if (!new TreeSet<>(keys).equals(new TreeSet<>(seenKeys))) {
      boolean lacksProto = keys.contains("\"__proto__\"") && !seenKeys.contains("\"__proto__\"");
      String broken = lacksProto ? "sc.ser.object-proto-key" : clause;
      clauses.add(broken);
      differ(broken, "the keys of " + kind, "those of the original", "others", path, keys, seenKeys);
      return;
    }
    clauses.add("sc.ser.object-key-order");
    if (keys.contains("\"__proto__\"")) {
      clauses.add("sc.ser.object-proto-key");
    }
    check(
        keys.equals(seenKeys), "sc.ser.object-key-order", "the keys of " + kind, "in order", "in another order", path);
    for (Object member : expected) {
      List<?> property = (List<?>) member;
      String key = text(property.get(0));
      List<?> other = (List<?>) seen.get(seenKeys.indexOf(key));
      String inner = path + "[" + key + "]";
      clauses.add("sc.ser.object-attributes-reset");
      boolean same = text(attributes(property)).equals(text(attributes(other)));
      check(same, "sc.ser.object-attributes-reset", "attributes of a property", "the default", "others", inner);
      compare(property.get(1), other.get(1), inner);
    }
  }

  /** What a property has behind its key and value: something only where an attribute is not the default. */
  private static List<?> attributes(List<?> property) {
    return property.subList(2, property.size());
  }

  private static List<String> keys(List<?> members) {
    return members.stream().map(member -> text(((List<?>) member).get(0))).toList();
  }

  private void array(List<?> expected, List<?> seen, String path) {
    clauses.add("sc.ser.array-length");
    if (expected.size() != seen.size()) {
      differ(
          "sc.ser.array-length", "the length of an array", "that of the original", "another", path, expected.size(),
          seen.size());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(expected.get(i), seen.get(i), path + "[" + i + "]");
    }
  }

  private void entries(List<?> expected, List<?> seen, String path) {
    if (expected.size() != seen.size()) {
      differ("sc.ser.map", "the size of a Map", "that of the original", "another", path, expected.size(), seen.size());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(((List<?>) expected.get(i)).get(0), ((List<?>) seen.get(i)).get(0), path + ".key(" + i + ")");
      compare(((List<?>) expected.get(i)).get(1), ((List<?>) seen.get(i)).get(1), path + ".value(" + i + ")");
    }
  }

  private void values(List<?> expected, List<?> seen, String path) {
    if (expected.size() != seen.size()) {
      differ("sc.ser.set", "the size of a Set", "that of the original", "another", path, expected.size(), seen.size());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(expected.get(i), seen.get(i), path + ".element(" + i + ")");
    }
  }

  private void view(Map<?, ?> expected, Map<?, ?> seen, String path) {
    same(expected, seen, "view", "sc.ser.typed-array-kind", "the kind of a view", path);
    same(expected, seen, "at", "sc.ser.view-over-buffer", "the offset of a view", path);
    boolean tracks = !expected.containsKey("length");
    boolean seenTracking = !seen.containsKey("length");
    clauses.add("sc.ser.view-over-buffer");
    if (tracks || seenTracking) {
      clauses.add("sc.ser.view-length-tracking");
      check(tracks == seenTracking, "sc.ser.view-length-tracking", "whether a view tracks its buffer",
          "as the original", "otherwise", path);
    } else {
      same(expected, seen, "length", "sc.ser.view-over-buffer", "the length of a view", path);
    }
    buffer(expected.get("of"), seen.get("of"), path + ".buffer");
  }

  /** That views of one buffer stay so has a clause of its own. */
  private void buffer(@Nullable Object expected, @Nullable Object seen, String path) {
    Object node = resolved(expected, expectedNodes);
    Object other = resolved(seen, seenNodes);
    Object id = node instanceof Map<?, ?> map && map.get("#") instanceof Number number ? number.longValue() : null;
    Object seenId = other instanceof Map<?, ?> map && map.get("#") instanceof Number number ? number.longValue() : path;
    if (id != null && seenFor.containsKey(id)) {
      clauses.add("sc.ser.views-share-buffer");
      check(seenId.equals(seenFor.get(id)), "sc.ser.views-share-buffer", "the buffer of a view", "the one that it shares",
          "one of its own", path);
    } else {
      compare(expected, seen, path);
    }
  }

  private void error(Map<?, ?> expected, Map<?, ?> seen, String path) {
    same(expected, seen, "error", "sc.err.prototype-by-name", "the kind of an error", path);
    Map<String, @Nullable Object> members = members(expected);
    Map<String, @Nullable Object> others = members(seen);
    clauses.add("sc.err.message-own-data-only");
    check(text(members.get("message")).equals(text(others.get("message"))), "sc.err.message-own-data-only",
        "the message of an error", "that of the original", "another", path);
    members.remove("message");
    others.remove("message");
    others.keySet().removeAll(ACCOMPANYING);
    members.keySet().removeAll(ACCOMPANYING);
    clauses.add("sc.err.name-not-copied");
    if (!members.containsKey("name")) {
      check(!others.containsKey("name"), "sc.err.name-not-copied", "an own name of an error", "none", "one", path);
      others.remove("name");
    }
    clauses.add("sc.err.own-props-dropped");
    check(members.keySet().equals(others.keySet()), "sc.err.own-props-dropped", "what else an error has", "nothing",
        "something", path);
  }

  private static Map<String, @Nullable Object> members(Map<?, ?> error) {
    Map<String, @Nullable Object> members = new HashMap<>();
    for (Object property : list(error, "props")) {
      members.put(String.valueOf(((List<?>) property).get(0)), ((List<?>) property).get(1));
    }
    return members;
  }

  private void same(Map<?, ?> expected, Map<?, ?> seen, String key, String clause, String what, String path) {
    if (expected.containsKey(key) || seen.containsKey(key)) {
      clauses.add(clause);
      if (!text(expected.get(key)).equals(text(seen.get(key)))) {
        differ(clause, what, "that of the original", "another", path, expected.get(key), seen.get(key));
      }
    }
  }

  private void check(boolean holds, String clause, String what, String expected, String seen, String path) {
    if (!holds) {
      differences.add(new Difference(clause, what, expected, seen, "at " + path));
    }
  }

  private void differ(
      String clause, String what, String expected, String seen, String path, @Nullable Object must, @Nullable Object is) {
    String where = "at %s: expected %s, saw %s".formatted(path, text(must), text(is));
    differences.add(new Difference(clause, what, expected, seen, where));
  }

  private static String text(@Nullable Object tree) {
    return Canonical.text(tree);
  }
}
