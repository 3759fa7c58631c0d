package dev.portspec.oracle;

import dev.portspec.oracle.Effects.Effect;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has got, as a number: two runs with the same number are in the same state. That is so when each agent
 * has run the same tasks, and everything whose place among the tasks of other agents can be told had the same place.
 * Within an agent the order of its tasks counts, but for those that only show something or only post: the trace fixes
 * the order in which they show it.
 *
 * <p>The number has 64 bits, and is taken to be another for another state.
 */
final class Progress {
  private final Map<String, History> agents = new TreeMap<>();
  private long interference;
  private @Nullable Task running;
  private Effect effect = Effect.NONE;

  /** What the tasks of an agent have done. */
  private static final class History {
    /** The changes, in order, each after all that came before. */
    long changes;
    /** The posts since, in order. */
    long posts;
    /** What was only shown since, in any order. */
    long shown;

    void add(Task task, Effect effect) {
      switch (effect) {
        case NONE -> shown += mixed(1, task.source() + task.about());
        case POSTS -> posts = mixed(posts, task.source() + task.about());
        case CHANGES -> {
          changes = mixed(number(), task.source() + task.about());
          posts = 0;
          shown = 0;
        }
      }
    }

    long number() {
      return mixed(mixed(changes, "") ^ posts, "") ^ shown;
    }
  }

  void beginRun() {
    agents.clear();
    interference = 0;
    running = null;
  }

  /**
   * A task begins.
   *
   * @param known what it does, as far as is known before
   */
  void ran(Task task, Effect known) {
    finish();
    running = task;
    effect = known;
  }

  /** The running task turns out to do this. */
  void does(Effect more) {
    effect = effect.and(more);
  }

  /** What comes now has its place after all that the agents have done so far. */
  void interferes(String what) {
    does(Effect.CHANGES);
    interference = mixed(number(), what);
  }

  long number() {
    finish();
    long number = interference;
    for (Map.Entry<String, History> agent : agents.entrySet()) {
      number = mixed(number ^ agent.getValue().number(), agent.getKey());
    }
    return number;
  }

  private void finish() {
    Task task = running;
    if (task != null) {
      agents.computeIfAbsent(task.agent(), agent -> new History()).add(task, effect);
      running = null;
    }
  }

  private static long mixed(long before, String text) {
    long mixed = before * 0x9E3779B97F4A7C15L + text.length() + 1;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
      mixed ^= mixed >>> 29;
    }
    mixed ^= mixed >>> 32;
    return mixed;
  }
}
