package dev.portspec.oracle;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far a run has got, as a number: two runs with the same number are in the same state. That is so when each agent
 * has run the same tasks, and everything whose place among the tasks of other agents can be told had the same place.
 *
 * <p>The number has 64 bits, and is taken to be another for another state.
 */
final class Progress {
  private final Map<String, Long> agents = new TreeMap<>();
  private long interference;

  void beginRun() {
    agents.clear();
    interference = 0;
  }

  void ran(String task) {
    agents.merge(task.substring(0, task.indexOf(": ")), mixed(0, task), (before, first) -> mixed(before, task));
  }

  /** What comes now has its place after all that the agents have done so far. */
  void interferes(String what) {
    interference = mixed(number(), what);
  }

  long number() {
    long number = interference;
    for (Map.Entry<String, Long> agent : agents.entrySet()) {
      number = mixed(number ^ agent.getValue(), agent.getKey());
    }
    return number;
  }

  private static long mixed(long before, String text) {
    long mixed = before * 0x9E3779B97F4A7C15L + text.length();
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }
}
