package dev.portspec.harness.inprocess;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the realms of one agent share: names, identities, and a log.
 *
 * <p><b>Threads:</b> scripts and functions run on the implementation's event loop, one at a time if it is right; that
 * it is, is observed here.
 */
final class AgentHost {
  private final String name;
  private final Log log;
  private final Viewer viewer = new Viewer(new Identities());
  private final Scope names = new Scope(null);
  private @Nullable Thread running;
  private int depth;
  private String runningLabel = "";

  AgentHost(String name, Log log) {
    this.name = name;
    this.log = log;
  }

  /** Its own, and that of its first realm. */
  String name() {
    return name;
  }

  Viewer viewer() {
    return viewer;
  }

  Scope names() {
    return names;
  }

  /** Adds a line of one of its realms to the log. */
  void log(String realm, String kind, @Nullable Object value, Map<String, Object> rest) {
    log.add(name, realm, kind, value, rest);
  }

  /**
   * Runs something that must not overlap with anything else of this agent.
   *
   * @param overlaps is told in words, before it runs, if it does
   */
  <T extends @Nullable Object> T alone(String label, Consumer<String> overlaps, Supplier<T> body) {
    String before = enter(label, overlaps);
    try {
      return body.get();
    } finally {
      leave(before);
    }
  }

  private String enter(String label, Consumer<String> overlaps) {
    String overlap = null;
    String before;
    synchronized (names) {
      before = runningLabel;
      if (running == null || running == Thread.currentThread()) {
        running = Thread.currentThread();
        depth++;
        runningLabel = label;
      } else {
        overlap = "%s ran while %s was running on another thread".formatted(label, runningLabel);
      }
    }
    if (overlap != null) {
      overlaps.accept(overlap);
    }
    return before;
  }

  private void leave(String before) {
    synchronized (names) {
      if (running == Thread.currentThread() && --depth == 0) {
        running = null;
      }
      runningLabel = before;
    }
  }

  /**
   * Whether functions are still called, but do nothing: an abandoned thread on which one call leads to the next would
   * go on for as long as this process lives.
   */
  boolean isOver() {
    return log.isOver();
  }
}
