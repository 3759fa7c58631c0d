package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the agents of one world saw: each numbers its own lines.
 *
 * <p><b>Threads:</b> any; no call leaves with the lock held.
 */
final class Log {
  /** An implementation that floods is stopped here: the log of a world holds no more. */
  static final int MOST_OBSERVATIONS = 100_000;

  private final AtomicInteger late;
  private final Consumer<Observation> follower;
  private final List<Observation> lines = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private boolean closed;

  /**
   * A log.
   *
   * @param late counts what comes after it was closed
   * @param follower is told of each line, on the thread on which it was made
   */
  Log(AtomicInteger late, Consumer<Observation> follower) {
    this.late = late;
    this.follower = follower;
  }

  void add(String agent, String realm, String kind, @Nullable Object value, Map<String, Object> rest) {
    Observation observation;
    synchronized (this) {
      if (closed) {
        late.incrementAndGet();
        return;
      } else if (lines.size() >= MOST_OBSERVATIONS) {
        return;
      }
      Map<String, Object> line = Tree.of("n", numbers.merge(agent, 1, Integer::sum), "in", realm);
      Tree.put(line, kind, value);
      line.putAll(rest);
      observation = Observation.read(agent, line);
      lines.add(observation);
    }
    follower.accept(observation);
  }

  synchronized List<Observation> lines() {
    return List.copyOf(lines);
  }

  /** Whether nothing more is taken down, since there is so much. */
  synchronized boolean isFull() {
    return lines.size() >= MOST_OBSERVATIONS;
  }

  /** Whether nothing more is taken down. */
  synchronized boolean isOver() {
    return closed || lines.size() >= MOST_OBSERVATIONS;
  }

  synchronized void close() {
    closed = true;
  }
}
