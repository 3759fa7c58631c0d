package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one agent has for all its realms: names, identities, and a log.
 *
 * <p><b>Threads:</b> scripts and functions run on the implementation's event loop, one at a time if it is right; that
 * it is, is observed here. The log is read by the thread of the check, so it has a lock; no call leaves with the lock
 * held.
 */
final class AgentHost {
  /** An implementation that floods is stopped here: the log of a world holds no more. */
  static final int MOST_OBSERVATIONS = 100_000;

  private final String agent;
  private final SubjectRealm realm;
  private final Identities identities = new Identities();
  private final Scope names = new Scope(null);
  private final Interpreter interpreter = new Interpreter(this);
  private final Viewer viewer = new Viewer(identities);
  private final List<Observation> log = new ArrayList<>();
  private boolean closed;
  private final AtomicInteger late;
  private final Consumer<Observation> follower;
  private @Nullable Thread running;
  private int depth;
  private String runningLabel = "";

  AgentHost(String agent, SubjectRealm realm, AtomicInteger late) {
    this(agent, realm, late, observation -> {});
  }

  /** One whose observations somebody follows, on the thread on which each was made. */
  AgentHost(String agent, SubjectRealm realm, AtomicInteger late, Consumer<Observation> follower) {
    this.agent = agent;
    this.realm = realm;
    this.late = late;
    this.follower = follower;
  }

  SubjectRealm realm() {
    return realm;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  Viewer viewer() {
    return viewer;
  }

  /** Runs a script in the task that this is called from. */
  Answer runScript(List<?> script) {
    return inFunction("a script", () -> interpreter.runScript(script, names));
  }

  /** Keeps a value for scripts, under a name. */
  void keep(String name, Object value) {
    names.write(name, value);
  }

  /** Runs something that must not overlap with anything else of this agent. */
  <T extends @Nullable Object> T inFunction(String label, Supplier<T> body) {
    String before = enter(label);
    try {
      return body.get();
    } finally {
      leave(before);
    }
  }

  private String enter(String label) {
    String overlap = null;
    String before;
    synchronized (log) {
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
      log("overlap", overlap, Tree.of());
    }
    return before;
  }

  private void leave(String before) {
    synchronized (log) {
      if (running == Thread.currentThread() && --depth == 0) {
        running = null;
      }
      runningLabel = before;
    }
  }

  void called(ScriptFunction function, Number id, int call, int args) {
    log("called", function.label(), Tree.of("id", id, "call", call, "args", args));
  }

  void saw(String label, @Nullable Object value) {
    Map<String, Object> rest = Tree.of();
    Tree.put(rest, "value", viewer.show(value, true));
    log("saw", label, rest);
  }

  void outcome(String label, String how, @Nullable Object value) {
    Map<String, Object> rest = Tree.of();
    Tree.put(rest, how, viewer.show(value, false));
    log("outcome", label, rest);
  }

  void reported(Throwable exception) {
    Object thrown = Interpreter.thrownValue(exception);
    if (exception instanceof Fault) {
      return;
    }
    log("reported", viewer.show(thrown, false), Tree.of());
  }

  void fault(String message) {
    log("fault", message, Tree.of());
  }

  private void log(String kind, @Nullable Object value, Map<String, Object> rest) {
    Observation observation;
    synchronized (log) {
      if (closed) {
        late.incrementAndGet();
        return;
      } else if (log.size() >= MOST_OBSERVATIONS) {
        return;
      }
      Map<String, Object> line = Tree.of("n", log.size() + 1, "in", agent);
      Tree.put(line, kind, value);
      line.putAll(rest);
      observation = Observation.read(agent, line);
      log.add(observation);
    }
    follower.accept(observation);
  }

  List<Observation> observations() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /** Whether nothing more is taken down. */
  boolean isFull() {
    synchronized (log) {
      return log.size() >= MOST_OBSERVATIONS;
    }
  }

  /**
   * Whether functions are still called, but do nothing: an abandoned thread on which one call leads to the next would
   * go on for as long as this process lives.
   */
  boolean isOver() {
    synchronized (log) {
      return closed || log.size() >= MOST_OBSERVATIONS;
    }
  }

  void close() {
    synchronized (log) {
      closed = true;
    }
  }
}
