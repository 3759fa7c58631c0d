package dev.portspec.harness.inprocess;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of one call of a function, or those of the agent; looked up from the inside out. */
final class Scope {
  final @Nullable Scope outer;
  private final Map<String, @Nullable Object> names = new HashMap<>();
  private final Map<Integer, ScriptFunction> functions = new HashMap<>();

  /** What the last action gave; what a {@code try} returned. */
  @Nullable Object last;

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  Scope root() {
    return outer == null ? this : outer.root();
  }

  @Nullable Object read(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.names.containsKey(name)) {
        return scope.names.get(name);
      }
    }
    throw new Fault("no such name: " + name);
  }

  void write(String name, @Nullable Object value) {
    names.put(name, value);
  }

  void drop(String name) {
    names.remove(name);
  }

  void clear() {
    names.clear();
    functions.clear();
  }

  @Nullable ScriptFunction function(int id) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      ScriptFunction function = scope.functions.get(id);
      if (function != null) {
        return function;
      }
    }
    return null;
  }

  void keep(int id, ScriptFunction function) {
    functions.put(id, function);
  }
}
