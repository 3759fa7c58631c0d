package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of a worker's script.
 *
 * @param name of the worker's agent, and of its realm
 * @param body the top-level script; null for an address where there is none
 */
record Startup(String name, @Nullable List<Object> body) implements Expression {
  @Override
  public Object write(Writing writing) {
    Map<String, Object> node = Tree.of("startup", name);
    if (body != null) {
      node.put("body", body);
    }
    return node;
  }
}
