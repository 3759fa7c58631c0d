package dev.portspec.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renumbers the identities of a value by first appearance, so that two graphs can be compared. */
final class Numbers {
  private final Map<Object, Integer> fresh = new HashMap<>();

  private Numbers() {}

  static Object fresh(Object tree) {
    return new Numbers().renumber(tree);
  }

  private Object renumber(Object tree) {
    if (tree instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(renumber(element)));
      return copy;
    }
    if (!(tree instanceof Map<?, ?> map)) {
      return tree instanceof Number number ? (Object) number.doubleValue() : tree;
    }
    Map<Object, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          boolean identity = key.equals("#") || key.equals("ref");
          copy.put(
              key,
              identity ? (Object) fresh.computeIfAbsent(value, v -> fresh.size() + 1) : renumber(value));
        });
    return copy;
  }
}
