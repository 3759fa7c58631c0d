package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One text for each observation of an agent: two are alike exactly when their texts are equal. What the standard leaves
 * to the implementation is not part of it: time stamps, the text of messages and reports, stacks.
 *
 * <p>Identities are numbered by their first appearance in the agent's log, so that they can be compared from one
 * observation to the next, whatever numbers the implementation's agent gave.
 */
final class Form {
  /** The attributes of an event that are compared, of those that it was shown with. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "event", "type", "target", "currentTarget", "eventPhase", "bubbles", "cancelable", "composed",
          "defaultPrevented", "isTrusted", "composedPath", "data", "origin", "lastEventId", "source", "ports", "error");

  /** Own properties of an error that an implementation may add, or carry along. */
  private static final Set<String> OF_THE_IMPLEMENTATION =
      Set.of("stack", "cause", "fileName", "lineNumber", "columnNumber", "line", "column", "sourceURL", "code");

  private final Set<String> ignored;

  /**
   * A form.
   *
   * @param ignored keys of nodes that are not compared either
   */
  Form(Set<String> ignored) {
    this.ignored = Set.copyOf(ignored);
  }

  /** The text of an observation, given the identities of its agent's log so far. */
  String text(Observation observation, Names names) {
    String rest = rest(observation, names);
    return observation.label().isEmpty() ? rest : observation.label() + " " + rest;
  }

  private String rest(Observation observation, Names names) {
    return switch (observation.kind()) {
      case CALLED ->
          "called: function %s, call %s, %s arguments"
              .formatted(observation.get("id"), observation.get("call"), observation.get("args"));
      case SAW -> "saw: " + value(observation.get("value"), false, names);
      case OUTCOME -> observation.body().containsKey("threw")
          ? "threw: " + value(observation.get("threw"), true, names)
          : ignored.contains("returned") ? "returned" : "returned: " + value(observation.get("returned"), true, names);
      case REPORTED -> "reported: " + value(observation.get("reported"), true, names);
      case ENDED, FAULT, OVERLAP -> observation.kind().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private String value(@Nullable Object tree, boolean thrown, Names names) {
    return Canonical.text(compared(tree, thrown, names));
  }

  /** The part of a tree that is compared. */
  private @Nullable Object compared(@Nullable Object tree, boolean thrown, Names names) {
    if (tree instanceof List<?> list) {
      List<@Nullable Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(compared(element, thrown, names)));
      return elements;
    }
    if (!(tree instanceof Map<?, ?> node)) {
      return tree;
    }
    if (node.get("ref") instanceof Number number) {
      return Tree.of("object", names.number(number.longValue()));
    }
    Map<String, Object> kept = Tree.of();
    if (node.get("#") instanceof Number number) {
      kept.put("object number", names.number(number.longValue()));
    }
    boolean event = node.get("event") instanceof String;
    for (Map.Entry<?, ?> entry : node.entrySet()) {
      String key = (String) entry.getKey();
      boolean compared = !key.equals("#") && !key.equals("in") && !ignored.contains(key);
      if (compared && (!event || ATTRIBUTES.contains(key))) {
        Tree.put(kept, key, part(node, key, entry.getValue(), thrown, names));
      }
    }
    if (kept.get("props") instanceof List<?> list && list.isEmpty()) {
      kept.remove("props");
    }
    return kept;
  }

  private @Nullable Object part(Map<?, ?> node, String key, @Nullable Object value, boolean thrown, Names names) {
    boolean ofError = node.get("error") instanceof String;
    if (key.equals("origin") && ofBroadcast(node) && !"".equals(value)) {
      return "its own";
    }
    if (ofError && key.equals("props") && value instanceof List<?> properties) {
      return compared(propertiesOfError(properties, thrown), thrown, names);
    }
    return compared(value, thrown || key.equals("error") && !ofError, names);
  }

  /** There the origin is that of the realm, which is where the implementation was started. */
  private static boolean ofBroadcast(Map<?, ?> event) {
    return event.get("target") instanceof Map<?, ?> target && "BroadcastChannel".equals(target.get("platform"));
  }

  /** What is thrown may be the implementation's own, and so is its message then. */
  private static List<?> propertiesOfError(List<?> properties, boolean thrown) {
    return properties.stream()
        .filter(property -> property instanceof List<?> pair && isCompared(pair.get(0), thrown))
        .toList();
  }

  private static boolean isCompared(@Nullable Object name, boolean thrown) {
    return !(name instanceof String text && (OF_THE_IMPLEMENTATION.contains(text) || thrown && text.equals("message")));
  }
}
