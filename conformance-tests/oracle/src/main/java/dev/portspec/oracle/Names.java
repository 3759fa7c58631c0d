package dev.portspec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the identities of an agent's log by their first appearance, and can forget the latest of them. */
final class Names {
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Long> inOrder = new ArrayList<>();

  int number(long identity) {
    Integer known = numbers.putIfAbsent(identity, inOrder.size() + 1);
    if (known != null) {
      return known;
    }
    inOrder.add(identity);
    return inOrder.size();
  }

  int size() {
    return inOrder.size();
  }

  /** Forgets all but the first so many. */
  void keepFirst(int size) {
    while (inOrder.size() > size) {
      numbers.remove(inOrder.remove(inOrder.size() - 1));
    }
  }
}
