package dev.portspec.harness.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scripts as one program in JavaScript that shows what they did: to paste into a console, or to give to Node, Deno or
 * Bun. It waits between tasks for a while, as a person would; nothing here decides a verdict.
 */
public final class JavaScript {
  private static final String HEAD =
      """
      var show = (what, value) => console.log(what, value);
      var calls = (...bodies) => {
        let n = 0;
        return function (...args) { return bodies[Math.min(n++, bodies.length - 1)].apply(this, args); };
      };
      """;
  private static final String WORKERS =
      """
      const scriptUrl = (body) => URL.createObjectURL(new Blob(
        [`const show = ${show}; const calls = ${calls}; (${body})();`], {type: "text/javascript"}));
      """;
  private static final String ORIGINS =
      """
      const origins = {same: location.origin, other: location.origin.replace(/\\/\\/[^:/]+/,
        location.hostname === "localhost" ? "//127.0.0.1" : "//localhost")};
      const load = (frame, origin) => {
        frame.removeAttribute("srcdoc");
        if (origin === "other") frame.src = origins.other + "/"; else frame.srcdoc = `<!-- ${Math.random()} -->`;
        if (origin === "opaque") frame.sandbox = "allow-scripts";
        return frame.isConnected ? frame : document.body.appendChild(frame);
      };
      const inFrame = (frame, names, body) => { // names are the page's, all else is the frame's own
        frame.contentWindow.names = new Proxy(window, {has: (page, name) => names.includes(name)});
        frame.contentWindow.eval(`with (names) (${body})();`);
      };
      """;
  private static final String TAIL =
      """
      (function next() {
        const task = tasks.shift();
        if (task) {
          try { task(); } catch (e) { show("the task threw", e); }
          setTimeout(next, 100);
        } else if (globalThis.process) {
          setTimeout(() => process.exit(), 1000); // ports that are open would keep it alive
        }
      })();
      """;

  /**
   * A script that is one task.
   *
   * @param realm where it runs: {@code window}, or the name of a frame or a worker
   */
  public record Task(String realm, List<?> script) {}

  private final StringBuilder out = new StringBuilder();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<Object, Integer> functions = new HashMap<>();
  private final Set<Object> knownFunctions = new HashSet<>();
  private int hoisted;
  private boolean usesWorkers;
  private boolean usesOrigins;
  private final Map<String, String> frames = new HashMap<>();
  private int depth = 1;

  private JavaScript() {}

  /** The program of some scripts, each a task. */
  public static String of(List<Task> scripts) {
    JavaScript text = new JavaScript();
    scripts.forEach(task -> text.find(task.script()));
    text.functions.values().removeIf(uses -> uses < 2);
    text.functions.keySet().forEach(id -> text.names.add("f" + id));
    StringBuilder tasks = new StringBuilder("const tasks = [\n");
    for (Task task : scripts) {
      text.out.setLength(0);
      text.actions(task.script());
      tasks.append(text.task(task.realm(), text.out.toString()));
    }
    String declared = text.names.isEmpty() ? "" : "var " + String.join(", ", text.names) + ";\n";
    String helpers = (text.usesWorkers ? WORKERS : "") + (text.usesOrigins ? ORIGINS : "");
    return HEAD + helpers + declared + tasks + "];\n" + TAIL;
  }

  private String task(String realm, String text) {
    if (realm.equals("window")) {
      return "  () => {\n" + text + "  },\n";
    } else if ("same".equals(frames.get(realm))) {
      String known = String.join(", ", names.stream().map(JavaScript::quoted).toList());
      return "  () => inFrame(%s, [\"show\", \"calls\", %s], () => {\n%s  }),\n".formatted(realm, known, text);
    }
    return elsewhere(realm, text);
  }

  /** No message of ours may reach another agent, or its script would see it. */
  private static String elsewhere(String realm, String text) {
    return "  // then a task of " + realm + ", to paste into its own console:\n" + text.replaceAll("(?m)^", "  // ")
        .replaceAll("\\s*$", "") + "\n";
  }

  private void find(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> node) {
      if (node.get("do") != null && node.get("name") instanceof String name) {
        names.add(name);
      }
      if (node.containsKey("function")) {
        functions.merge(String.valueOf(node.get("id")), 1, Integer::sum);
      }
      node.values().forEach(this::find);
    } else if (tree instanceof List<?> list) {
      list.forEach(this::find);
    }
  }

  private void line(String text) {
    out.append("  ".repeat(depth + 1)).append(text).append('\n');
  }

  private void actions(@Nullable Object script) {
    for (Object action : (List<?>) Objects.requireNonNull(script)) {
      action((Map<?, ?>) action);
    }
  }

  private void action(Map<?, ?> action) {
    Values values = new Values(action);
    String assigned = action.get("name") instanceof String name ? name + " = " : "";
    switch (String.valueOf(action.get("do"))) {
      case "let" -> line(action.containsKey("value")
          ? assigned + values.text(action.get("value")) + ";"
          : action.get("name") + " = undefined;");
      case "new" -> line(assigned + "new " + action.get("interface") + values.arguments(action.get("args")) + ";");
      case "call" -> line(assigned + values.text(action.get("of")) + member(action.get("member"), values)
          + values.arguments(action.get("args")) + ";");
      case "frame" -> {
        usesOrigins = true;
        frames.put(String.valueOf(action.get("name")), String.valueOf(action.get("origin")));
        String frame = action.containsKey("of") ? values.text(action.get("of")) : "document.createElement(\"iframe\")";
        line(assigned + "load(" + frame + ", " + quoted(action.get("origin")) + ");");
      }
      case "set" -> {
        String target = values.text(action.get("of")) + member(action.get("key"), values);
        boolean deletes = !action.containsKey("value");
        line(deletes ? "delete " + target + ";" : target + " = " + values.text(action.get("value")) + ";");
      }
      case "observe" -> line("show(" + quoted(action.get("label")) + ", " + values.text(action.get("value")) + ");");
      case "try" -> {
        line("try {");
        block(action.get("body"));
        line("  show(" + quoted(action.get("label")) + ", \"did not throw\");");
        line("} catch (e) {");
        line("  show(" + quoted(action.get("label") + " threw") + ", e);");
        line("}");
      }
      case "repeat" -> {
        String index = String.valueOf(action.get("index"));
        line("for (let %s = 0; %s < %s; %s++) {".formatted(index, index, Canonical.text(action.get("count")), index));
        block(action.get("body"));
        line("}");
      }
      default -> {
        String value = action.containsKey("value") ? " " + values.text(action.get("value")) : "";
        line(action.get("do") + value + ";");
      }
    }
  }

  private void block(@Nullable Object body) {
    depth++;
    actions(body);
    depth--;
  }

  private static String member(@Nullable Object key, Values values) {
    boolean isName = key instanceof String name && name.matches("[A-Za-z_$][A-Za-z0-9_$]*");
    return isName ? "." + key : "[" + values.text(key) + "]";
  }

  /** A string literal without a character that a terminal or an editor would change. */
  static String quoted(@Nullable Object value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : String.valueOf(value).toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        text.append(c);
      } else {
        text.append("\\u%04x".formatted((int) c));
      }
    }
    return text.append('"').toString();
  }

  /** The expressions of one action; an object that something refers to gets a line, and a name, of its own before. */
  private final class Values {
    private final Map<Object, String> named = new HashMap<>();
    private final Set<Object> referred = new HashSet<>();

    Values(Map<?, ?> action) {
      Object nested = action.get("do").equals("try") || action.get("do").equals("repeat") ? null : action;
      refer(nested);
    }

    /** What bodies of functions refer to belongs to their own actions. */
    private void refer(@Nullable Object tree) {
      if (tree instanceof Map<?, ?> node && !node.containsKey("function")) {
        if (node.get("ref") instanceof Number number) {
          referred.add(number.longValue());
        }
        node.values().forEach(this::refer);
      } else if (tree instanceof List<?> list) {
        list.forEach(this::refer);
      }
    }

    String arguments(@Nullable Object list) {
      return "(" + texts(list) + ")";
    }

    private String texts(@Nullable Object list) {
      List<String> texts = new ArrayList<>();
      ((List<?>) Objects.requireNonNull(list)).forEach(element -> texts.add(text(element)));
      return String.join(", ", texts);
    }

    String text(@Nullable Object tree) {
      if (tree instanceof Map<?, ?> node) {
        return node(node);
      }
      return tree instanceof String string ? quoted(string) : Canonical.text(tree);
    }

    private String node(Map<?, ?> node) {
      if (node.get("var") instanceof String name) {
        return name.equals("self") ? "globalThis" : name;
      } else if (node.containsKey("get")) {
        return text(node.get("of")) + member(node.get("get"), this);
      } else if (node.containsKey("function")) {
        return function(node);
      } else if (node.containsKey("startup")) {
        return startup(node);
      } else if (node.get("origin") instanceof String origin && node.size() == 1) {
        usesOrigins = true;
        return "origins." + origin;
      } else if (node.containsKey("js")) {
        return "((args) => { " + node.get("js") + " })([" + texts(node.get("args")) + "])";
      } else if (node.get("ref") instanceof Number number) {
        return named.getOrDefault(number.longValue(), "undefined");
      }
      boolean hoist = node.get("#") instanceof Number number && referred.contains(number.longValue());
      return hoist || isOdd(node) ? named(node) : inline(node);
    }

    /** What no literal of the language can say. */
    private boolean isOdd(Map<?, ?> node) {
      boolean hidden = node.get("object") instanceof List<?> members
          && members.stream().anyMatch(member -> ((List<?>) member).size() > 2);
      return hidden || node.containsKey("props") && !isMessageOnly(node) || node.containsKey("prototype")
          || node.containsKey("max") || node.containsKey("shared");
    }

    /** An error whose constructor can be given all that it has. */
    private boolean isMessageOnly(Map<?, ?> node) {
      return node.containsKey("error")
          && node.get("props") instanceof List<?> props
          && props.size() == 1
          && "message".equals(((List<?>) props.get(0)).get(0));
    }

    private String named(Map<?, ?> node) {
      String name = "o" + ++hoisted;
      if (node.get("#") instanceof Number number) {
        named.put(number.longValue(), name);
      }
      line("const " + name + " = " + empty(node) + ";");
      fill(name, node);
      return name;
    }

    /** A container without what it holds, because that may refer to it. */
    private String empty(Map<?, ?> node) {
      if (node.containsKey("object")) {
        return "{}";
      } else if (node.containsKey("array")) {
        return "[]";
      } else if (node.containsKey("map") || node.containsKey("set")) {
        return node.containsKey("map") ? "new Map()" : "new Set()";
      } else if (node.containsKey("buffer") && (node.containsKey("max") || node.containsKey("shared"))) {
        String kind = Boolean.TRUE.equals(node.get("shared")) ? "SharedArrayBuffer" : "ArrayBuffer";
        String max = node.containsKey("max") ? ", {maxByteLength: " + text(node.get("max")) + "}" : "";
        return "new " + kind + "(" + String.valueOf(node.get("buffer")).length() / 2 + max + ")";
      }
      return inline(node);
    }

    private void fill(String name, Map<?, ?> node) {
      if (node.containsKey("prototype")) {
        line("Object.setPrototypeOf(" + name + ", " + text(node.get("prototype")) + ");");
      }
      if (node.get("object") instanceof List<?> members) {
        members.forEach(member -> define(name, (List<?>) member));
      } else if (node.get("array") instanceof List<?> elements) {
        for (int i = 0; i < elements.size(); i++) {
          if (!isHole(elements.get(i))) {
            line(name + "[" + i + "] = " + text(elements.get(i)) + ";");
          }
        }
        line(name + ".length = " + elements.size() + ";");
      } else if (node.get("map") instanceof List<?> entries) {
        entries.forEach(entry -> line(name + ".set" + arguments(entry) + ";"));
      } else if (node.get("set") instanceof List<?> values) {
        values.forEach(value -> line(name + ".add(" + text(value) + ");"));
      } else if (node.get("buffer") instanceof String hex && (node.containsKey("max") || node.containsKey("shared"))) {
        line("new Uint8Array(" + name + ").set([" + bytes(hex) + "]);");
      }
      if (node.get("props") instanceof List<?> members && !isMessageOnly(node)) {
        members.forEach(member -> define(name, (List<?>) member));
      }
    }

    private void define(String name, List<?> member) {
      boolean accessor = member.get(1) instanceof Map<?, ?> map && map.containsKey("accessor");
      String value = accessor
          ? "get: " + text(((Map<?, ?>) Objects.requireNonNull(member.get(1))).get("accessor"))
          : "value: " + text(member.get(1)) + ", writable: true";
      boolean hidden = member.size() > 2 || "message".equals(member.get(0));
      line("Object.defineProperty(%s, %s, {%s, enumerable: %s, configurable: true});"
          .formatted(name, text(member.get(0)), value, !hidden));
    }

    private String inline(Map<?, ?> node) {
      for (Object key : node.keySet()) {
        Object content = node.get(key);
        switch (String.valueOf(key)) {
          case "undefined":
            return "undefined";
          case "number":
            return String.valueOf(content);
          case "bigint":
            return content + "n";
          case "string":
            StringBuilder string = new StringBuilder();
            ((List<?>) content).forEach(unit -> string.append((char) ((Number) unit).intValue()));
            return quoted(string);
          case "symbol":
            return String.valueOf(content).startsWith("@@")
                ? "Symbol." + String.valueOf(content).substring(2)
                : "Symbol(" + quoted(content) + ")";
          case "object":
            return object((List<?>) content);
          case "array":
            return array((List<?>) content);
          case "map":
            List<String> entries = ((List<?>) content).stream().map(entry -> "[" + texts(entry) + "]").toList();
            return "new Map([" + String.join(", ", entries) + "])";
          case "set":
            return "new Set([" + texts(content) + "])";
          case "boxed":
            return "Object(" + text(content) + ")";
          case "date":
            return "new Date(" + (content instanceof String ? content : text(content)) + ")";
          case "regexp":
            return "new RegExp(" + texts(content) + ")";
          case "buffer":
            return "new Uint8Array([" + bytes(String.valueOf(content)) + "]).buffer";
          case "view":
            String at = node.containsKey("at") ? ", " + text(node.get("at")) : "";
            String length = node.containsKey("length") ? ", " + text(node.get("length")) : "";
            return "new " + content + "(" + text(node.get("of")) + at + length + ")";
          case "error":
            return "new " + content + "(" + (isMessageOnly(node) ? message(node) : "") + ")";
          case "domException":
            return "new DOMException(" + text(node.get("message")) + ", " + quoted(content) + ")";
          case "uncloneable":
            return "() => {}";
          default:
            continue;
        }
      }
      return "undefined /* " + Canonical.text(node).replace("*/", "* /") + " */";
    }

    private String message(Map<?, ?> node) {
      return text(((List<?>) ((List<?>) Objects.requireNonNull(node.get("props"))).get(0)).get(1));
    }

    private String object(List<?> members) {
      List<String> texts = new ArrayList<>();
      for (Object entry : members) {
        List<?> member = (List<?>) entry;
        String key = "[" + text(member.get(0)) + "]";
        boolean plain = member.get(0) instanceof String name && name.matches("[A-Za-z$][A-Za-z0-9_$]*");
        String shown = plain ? String.valueOf(member.get(0)) : key;
        boolean accessor = member.get(1) instanceof Map<?, ?> map && map.containsKey("accessor");
        texts.add(accessor
            ? "get " + shown + "() { return (" + text(((Map<?, ?>) member.get(1)).get("accessor")) + ").call(this); }"
            : shown + ": " + text(member.get(1)));
      }
      return texts.isEmpty() ? "{}" : "{" + String.join(", ", texts) + "}";
    }

    private String array(List<?> elements) {
      StringBuilder text = new StringBuilder("[");
      for (int i = 0; i < elements.size(); i++) {
        boolean hole = isHole(elements.get(i));
        text.append(i == 0 ? "" : " ").append(hole ? "" : text(elements.get(i)));
        text.append(i < elements.size() - 1 || hole ? "," : "");
      }
      return text.append(']').toString();
    }

    private boolean isHole(@Nullable Object element) {
      return element instanceof Map<?, ?> node && node.containsKey("hole");
    }

    private String bytes(String hex) {
      List<String> bytes = new ArrayList<>();
      for (int i = 0; i < hex.length(); i += 2) {
        bytes.add(String.valueOf(Integer.parseInt(hex.substring(i, i + 2), 16)));
      }
      return String.join(", ", bytes);
    }

    private String function(Map<?, ?> node) {
      Object id = String.valueOf(node.get("id"));
      boolean again = functions.containsKey(id);
      if (again && !knownFunctions.add(id)) {
        return "f" + id;
      }
      List<String> bodies = new ArrayList<>();
      List<?> params = node.get("params") instanceof List<?> list ? list : List.of();
      String head = "function (" + String.join(", ", params.stream().map(String::valueOf).toList()) + ") {";
      for (Object body : node.get("bodies") instanceof List<?> list ? list : List.of()) {
        bodies.add(head + inner(body) + "}");
      }
      String text = bodies.size() == 1 ? bodies.get(0) : "calls(" + String.join(", ", bodies) + ")";
      return again ? "(f" + id + " = " + text + ")" : text;
    }

    private String startup(Map<?, ?> node) {
      if (!node.containsKey("body")) {
        return quoted("no-such-script.js");
      }
      usesWorkers = true;
      return "scriptUrl(() => {" + inner(Objects.requireNonNull(node.get("body"))) + "})";
    }

    private String inner(Object body) {
      int before = out.length();
      block(body);
      String text = out.substring(before);
      out.setLength(before);
      return text.isEmpty() ? "" : "\n" + text + "  ".repeat(depth + 1);
    }
  }
}
