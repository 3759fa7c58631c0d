package dev.portspec.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scripts and observed values as text that reads like JavaScript, one action a line.
 *
 * <p>For people only: what is between the lines (the harness's log, unknown keys) is shown, never refused.
 */
public final class ScriptText {
  private final StringBuilder out = new StringBuilder();
  private final ValueText values = new ValueText(this);
  private int depth;

  private ScriptText() {}

  /** A script, one action a line, without a line break at its end. */
  public static String of(List<?> script) {
    ScriptText text = new ScriptText();
    text.actions(script);
    return text.out.toString();
  }

  /** An expression, or a value as it was observed. */
  public static String ofValue(@Nullable Object value) {
    ScriptText text = new ScriptText();
    text.value(value);
    return text.out.toString();
  }

  /** One line for each action of the outermost block, nested blocks folded: for lists of steps. */
  static List<String> actionLines(List<?> script) {
    return script.stream().map(action -> of(List.of(action))).toList();
  }

  void value(@Nullable Object value) {
    values.write(value);
  }

  ScriptText text(String text) {
    out.append(text);
    return this;
  }

  /** A block in braces; nothing between them when it is empty. */
  void block(List<?> body) {
    if (body.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    depth++;
    newLine();
    actions(body);
    depth--;
    newLine();
    out.append('}');
  }

  /** The bodies of a function: the n-th call runs the n-th, the last one repeats. */
  void bodies(List<?> bodies) {
    if (bodies.size() == 1) {
      block(asList(bodies.get(0)));
      return;
    }
    out.append('{');
    depth++;
    for (int i = 0; i < bodies.size(); i++) {
      newLine();
      out.append("/* call ").append(i + 1).append(i == bodies.size() - 1 ? " and later */ " : " */ ");
      block(asList(bodies.get(i)));
    }
    depth--;
    newLine();
    out.append('}');
  }

  void arguments(@Nullable Object arguments) {
    out.append('(');
    String comma = "";
    for (Object argument : asList(arguments)) {
      out.append(comma);
      value(argument);
      comma = ", ";
    }
    out.append(')');
  }

  /** {@code .name}, {@code [0]} or {@code ["odd name"]}. */
  void member(@Nullable Object key) {
    if (key instanceof String name && isIdentifier(name)) {
      out.append('.').append(name);
    } else {
      out.append('[');
      value(key);
      out.append(']');
    }
  }

  static boolean isIdentifier(String name) {
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*");
  }

  static List<?> asList(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }

  private void actions(List<?> script) {
    boolean first = true;
    for (Object action : script) {
      if (!first) {
        newLine();
      }
      first = false;
      if (action instanceof Map<?, ?> map) {
        action(map);
      } else {
        value(action);
      }
    }
  }

  private void action(Map<?, ?> action) {
    switch (String.valueOf(action.get("do"))) {
      case "let" -> let(action);
      case "new" -> {
        assignment(action);
        text("new ").text(String.valueOf(action.get("interface")));
        arguments(action.get("args"));
        text(";");
      }
      case "call" -> {
        assignment(action);
        value(action.get("of"));
        member(action.get("member"));
        arguments(action.get("args"));
        text(";");
      }
      case "frame" -> {
        assignment(action);
        if (action.containsKey("of")) {
          value(action.get("of"));
          text(".navigate(" + action.get("origin") + ");");
        } else {
          text("newFrame(" + action.get("origin") + ");");
        }
      }
      case "set" -> set(action);
      case "observe" -> {
        text("observe(");
        value(action.get("label"));
        text(", ");
        value(action.get("value"));
        text(");");
      }
      case "try" -> {
        text("attempt(");
        value(action.get("label"));
        text(", () => ");
        block(asList(action.get("body")));
        text(");");
      }
      case "throw" -> statement("throw", action);
      case "return" -> statement("return", action);
      case "repeat" -> {
        String index = String.valueOf(action.get("index"));
        text("for (let " + index + " = 0; " + index + " < ");
        value(action.get("count"));
        text("; " + index + "++) ");
        block(asList(action.get("body")));
      }
      default -> {
        value(action);
        text(";");
      }
    }
  }

  private void let(Map<?, ?> action) {
    if (action.containsKey("value")) {
      assignment(action);
      value(action.get("value"));
      text(";");
    } else {
      text("forget(" + action.get("name") + ");");
    }
  }

  private void set(Map<?, ?> action) {
    boolean deletes = !action.containsKey("value");
    text(deletes ? "delete " : "");
    value(action.get("of"));
    member(action.get("key"));
    if (!deletes) {
      text(" = ");
      value(action.get("value"));
    }
    text(";");
  }

  private void statement(String word, Map<?, ?> action) {
    text(word);
    if (action.containsKey("value")) {
      text(" ");
      value(action.get("value"));
    }
    text(";");
  }

  private void assignment(Map<?, ?> action) {
    if (action.get("name") instanceof String name) {
      text(name + " = ");
    }
  }
}
