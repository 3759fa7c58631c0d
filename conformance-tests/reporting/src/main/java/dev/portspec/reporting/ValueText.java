package dev.portspec.reporting;

import dev.portspec.harness.run.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions, literals and observed values, in the text of a {@link ScriptText}.
 *
 * <p>An identity is shown as {@code #7}: in front of a composite, {@code #7={…}}, and behind the name of whatever has
 * no contents, {@code MessagePort#7}.
 */
final class ValueText {
  private final ScriptText out;

  ValueText(ScriptText out) {
    this.out = out;
  }

  void write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (!expression(map) && !scalar(map)) {
        composite(map);
      }
    } else if (value instanceof List<?> list) {
      out.text("[");
      elements(list);
      out.text("]");
    } else {
      out.text(Json.write(value));
    }
  }

  private boolean expression(Map<?, ?> map) {
    if (map.containsKey("var")) {
      out.text(String.valueOf(map.get("var")));
    } else if (map.containsKey("get") && map.containsKey("of")) {
      write(map.get("of"));
      out.member(map.get("get"));
    } else if (map.containsKey("function")) {
      function(map);
    } else if (map.containsKey("startup")) {
      out.text("script ").text(Json.write(map.get("startup"))).text(" ");
      out.block(ScriptText.asList(map.get("body")));
    } else if (map.get("origin") instanceof String origin && map.size() == 1) {
      out.text("origin(" + origin + ")");
    } else if (map.containsKey("js")) {
      out.text("js(").text(Json.write(map.get("js")));
      for (Object argument : ScriptText.asList(map.get("args"))) {
        out.text(", ");
        write(argument);
      }
      out.text(")");
    } else {
      return false;
    }
    return true;
  }

  private void function(Map<?, ?> map) {
    String label = String.valueOf(map.get("function"));
    String name = ScriptText.isIdentifier(label) ? label : Json.write(label);
    if (!map.containsKey("bodies")) {
      out.text("function ").text(name).text(identity(map));
      return;
    }
    out.text("function ").text(name).text("(");
    String comma = "";
    for (Object parameter : ScriptText.asList(map.get("params"))) {
      out.text(comma).text(String.valueOf(parameter));
      comma = ", ";
    }
    out.text(") ");
    out.bodies(ScriptText.asList(map.get("bodies")));
  }

  private boolean scalar(Map<?, ?> map) {
    String text = null;
    if (map.containsKey("undefined")) {
      text = "undefined";
    } else if (map.containsKey("number")) {
      text = String.valueOf(map.get("number"));
    } else if (map.containsKey("bigint")) {
      text = map.get("bigint") + "n";
    } else if (map.get("string") instanceof List<?> units) {
      text = string(units);
    } else if (map.get("symbol") instanceof String name) {
      text = name.startsWith("@@") ? "Symbol." + name.substring(2) : "Symbol(" + Json.write(name) + ")";
    } else if (map.containsKey("hole")) {
      text = "<hole>";
    } else if (map.containsKey("ref")) {
      text = "#" + number(map.get("ref"));
    } else if (map.containsKey("platform")) {
      text = map.get("platform") + identity(map);
    } else if (map.containsKey("uncloneable")) {
      text = "uncloneable()";
    } else if (map.containsKey("undeserializable")) {
      text = "once".equals(map.get("undeserializable")) ? "undeserializableOnce()" : "undeserializable()";
    }
    if (text != null) {
      out.text(text);
    }
    return text != null;
  }

  private void composite(Map<?, ?> map) {
    out.text(map.containsKey("#") ? identity(map) + "=" : "");
    if (map.get("object") instanceof List<?> properties) {
      properties(properties);
    } else if (map.get("array") instanceof List<?> elements) {
      out.text("[");
      elements(elements);
      out.text("]");
    } else if (map.get("map") instanceof List<?> entries) {
      out.text("new Map([");
      elements(entries);
      out.text("])");
    } else if (map.get("set") instanceof List<?> elements) {
      out.text("new Set([");
      elements(elements);
      out.text("])");
    } else if (map.containsKey("boxed")) {
      wrapped("Object", map.get("boxed"));
    } else if (map.containsKey("date")) {
      wrapped("new Date", map.get("date"));
    } else if (map.get("regexp") instanceof List<?> parts && parts.size() == 2) {
      out.text("/" + parts.get(0) + "/" + parts.get(1));
    } else if (map.containsKey("buffer")) {
      out.text(Boolean.TRUE.equals(map.get("shared")) ? "sharedBytes(" : "bytes(");
      out.text(Json.write(map.get("buffer"))).text(map.containsKey("max") ? ", max " + number(map.get("max")) : "");
      out.text(")");
    } else if (map.containsKey("view")) {
      out.text("new " + map.get("view") + "(");
      write(map.get("of"));
      out.text(map.containsKey("at") ? ", " + number(map.get("at")) : "");
      out.text(map.containsKey("length") ? ", " + number(map.get("length")) : "").text(")");
    } else if (map.containsKey("error")) {
      out.text(String.valueOf(map.get("error")));
    } else if (map.containsKey("domException")) {
      out.text("DOMException(" + Json.write(map.get("domException")));
      out.text(map.containsKey("message") ? ", " + Json.write(map.get("message")) : "").text(")");
    } else {
      unknown(map);
      return;
    }
    remarks(map);
  }

  /** What a value has beside its contents: extra properties, another prototype, a state. */
  private void remarks(Map<?, ?> map) {
    if (map.get("props") instanceof List<?> props && !props.isEmpty()) {
      out.text(" with ");
      properties(props);
    }
    if (map.containsKey("prototype")) {
      out.text(" of prototype ");
      write(map.get("prototype"));
    }
    for (String state : List.of("frozen", "detached")) {
      out.text(Boolean.TRUE.equals(map.get(state)) ? " (" + state + ")" : "");
    }
    out.text(map.containsKey("in") ? " (of realm " + map.get("in") + ")" : "");
  }

  private void properties(List<?> properties) {
    out.text("{");
    String comma = "";
    for (Object entry : properties) {
      List<?> property = ScriptText.asList(entry);
      if (property.isEmpty()) {
        continue;
      }
      Object key = property.get(0);
      Object value = property.size() > 1 ? property.get(1) : null;
      out.text(comma);
      comma = ", ";
      boolean accessor = value instanceof Map<?, ?> map && map.containsKey("accessor");
      boolean hidden = property.size() > 2;
      out.text(hidden ? "/* " + Json.write(property.get(2)) + " */ " : "").text(accessor ? "get " : "");
      key(key);
      out.text(": ");
      write(value instanceof Map<?, ?> map && accessor ? map.get("accessor") : value);
    }
    out.text("}");
  }

  private void key(@Nullable Object key) {
    if (key instanceof String name && ScriptText.isIdentifier(name)) {
      out.text(name);
    } else {
      write(key);
    }
  }

  /** Whatever else came, entry by entry: an event with its attributes, for one. */
  private void unknown(Map<?, ?> map) {
    Object event = map.get("event");
    out.text(event instanceof String name ? name + " " : "").text("{");
    String comma = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey().equals("#") || entry.getKey().equals("event") && event instanceof String) {
        continue;
      }
      out.text(comma);
      comma = ", ";
      key(String.valueOf(entry.getKey()));
      out.text(": ");
      write(entry.getValue());
    }
    out.text("}");
  }

  private void wrapped(String name, @Nullable Object value) {
    out.text(name).text("(");
    write(value);
    out.text(")");
  }

  private void elements(List<?> elements) {
    String comma = "";
    for (Object element : elements) {
      out.text(comma);
      comma = ", ";
      write(element);
    }
  }

  private static String identity(Map<?, ?> map) {
    return map.containsKey("#") ? "#" + number(map.get("#")) : "";
  }

  private static String number(@Nullable Object number) {
    return Json.write(number);
  }

  private static String string(List<?> units) {
    StringBuilder text = new StringBuilder();
    for (Object unit : units) {
      text.append(unit instanceof Number number ? (char) number.intValue() : '?');
    }
    return Json.write(text.toString());
  }
}
