package dev.portspec.harness.inprocess;

import dev.portspec.api.DOMException;
import dev.portspec.api.Thrown;
import dev.portspec.api.Undefined;
import dev.portspec.harness.backend.Answer;
import dev.portspec.spi.Origin;
import dev.portspec.spi.ScriptAborted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the ten actions, with JavaScript's meaning: an exception ends the block. */
final class Interpreter {
  private final RealmHost host;
  private final Expressions expressions;
  private final Members members;

  Interpreter(RealmHost host) {
    this.host = host;
    this.members = new Members(host);
    this.expressions = new Expressions(host, members);
  }

  /** A value that ends a function. */
  private record Return(@Nullable Object value) {}

  Answer runScript(List<?> script, Scope names) {
    int at = 0;
    try {
      for (; at < script.size(); at++) {
        if (act((Map<?, ?>) script.get(at), names) != null) {
          return Answer.ENDED;
        }
      }
      return Answer.ENDED;
    } catch (Fault fault) {
      return Answer.fault(String.valueOf(fault.getMessage()), List.of(at));
    } catch (Throwable e) {
      return Answer.threw(host.viewer().show(thrownValue(e), false), List.of(at));
    }
  }

  /** Runs the body of a function; a fault in it is logged, since the implementation may swallow it. */
  @Nullable Object runFunction(List<?> body, Scope scope) {
    try {
      Return returned = block(body, scope);
      return returned == null ? Undefined.UNDEFINED : returned.value();
    } catch (Fault fault) {
      host.fault(String.valueOf(fault.getMessage()));
      throw fault;
    }
  }

  private @Nullable Return block(List<?> actions, Scope scope) {
    for (Object action : actions) {
      Return returned = act((Map<?, ?>) action, scope);
      if (returned != null) {
        return returned;
      }
    }
    return null;
  }

  private @Nullable Return act(Map<?, ?> action, Scope scope) {
    Object result = Undefined.UNDEFINED;
    Return returned = null;
    switch (String.valueOf(action.get("do"))) {
      case "let" -> let(action, scope);
      case "frame" -> frame(action, scope);
      case "new" -> {
        result = members.construct((String) action.get("interface"), values((List<?>) action.get("args"), scope));
        scope.root().write((String) action.get("name"), result);
      }
      case "call" -> {
        Object of = expressions.value(action.get("of"), scope);
        result = members.call(of, (String) action.get("member"), values((List<?>) action.get("args"), scope));
        if (action.get("name") instanceof String name) {
          scope.root().write(name, result);
        }
      }
      case "set" -> set(action, scope);
      case "observe" -> host.saw((String) action.get("label"), expressions.value(action.get("value"), scope));
      case "try" -> returned = attempt(action, scope);
      case "throw" -> throw thrown(expressions.value(action.get("value"), scope));
      case "return" -> returned = new Return(expressions.value(action.get("value"), scope));
      case "repeat" -> returned = repeat(action, scope);
      default -> throw new Fault("no such action: " + action.get("do"));
    }
    scope.last = result;
    return returned;
  }

  private void let(Map<?, ?> action, Scope scope) {
    String name = (String) action.get("name");
    if (action.containsKey("value")) {
      scope.root().write(name, expressions.value(action.get("value"), scope));
    } else {
      scope.root().drop(name);
    }
  }

  private void frame(Map<?, ?> action, Scope scope) {
    String name = (String) action.get("name");
    Origin origin = Expressions.origin((String) action.get("origin"));
    Frame frame =
        action.containsKey("of")
            ? host.startups().navigate((Frame) expressions.value(action.get("of"), scope), name, origin)
            : host.startups().newFrame(host, name, origin);
    scope.root().write(name, frame);
  }

  private void set(Map<?, ?> action, Scope scope) {
    Object of = expressions.value(action.get("of"), scope);
    Object key = expressions.value(action.get("key"), scope);
    if (action.containsKey("value")) {
      members.set(of, key, expressions.value(action.get("value"), scope));
    } else {
      members.delete(of, key);
    }
  }

  private @Nullable Return attempt(Map<?, ?> action, Scope scope) {
    String label = (String) action.get("label");
    scope.last = Undefined.UNDEFINED;
    Return returned;
    try {
      returned = block((List<?>) action.get("body"), scope);
    } catch (Fault | ScriptAborted passes) {
      throw passes;
    } catch (Throwable e) {
      host.outcome(label, "threw", thrownValue(e));
      return null;
    }
    host.outcome(label, "returned", scope.last);
    return returned;
  }

  private @Nullable Return repeat(Map<?, ?> action, Scope scope) {
    int count = ((Number) action.get("count")).intValue();
    String index = (String) action.get("index");
    for (int i = 0; i < count; i++) {
      scope.write(index, (double) i);
      Return returned = block((List<?>) action.get("body"), scope);
      if (returned != null) {
        return returned;
      }
    }
    return null;
  }

  private List<@Nullable Object> values(List<?> trees, Scope scope) {
    Expressions.Literals literals = expressions.literals(scope);
    List<@Nullable Object> values = new ArrayList<>();
    for (Object tree : trees) {
      values.add(literals.value(tree));
    }
    return values;
  }

  private static RuntimeException thrown(@Nullable Object value) {
    return value instanceof DOMException exception ? exception : new Thrown(value);
  }

  /** The value that a script would catch. */
  static @Nullable Object thrownValue(Throwable exception) {
    return exception instanceof Thrown thrown ? thrown.value() : exception;
  }
}
