package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one agent has for its scripts: names, identities, and its part of the log.
 *
 * <p><b>Threads:</b> scripts and functions run on the implementation's event loop, one at a time if it is right; that
 * it is, is observed here.
 */
final class AgentHost {
  private final String agent;
  private final SubjectRealm realm;
  private final Log log;
  private final Startups startups;
  private final Identities identities = new Identities();
  private final Scope names = new Scope(null);
  private final Interpreter interpreter = new Interpreter(this);
  private final Viewer viewer = new Viewer(identities);
  private @Nullable Thread running;
  private int depth;
  private String runningLabel = "";

  /** An agent of that name, whose scripts may start others. */
  AgentHost(String agent, SubjectRealm realm, Log log, Startups startups) {
    this.agent = agent;
    this.realm = realm;
    this.log = log;
    this.startups = startups;
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

  Startups startups() {
    return startups;
  }

  /** Runs a script in the task that this is called from. */
  Answer runScript(List<?> script) {
    return inFunction("a script", () -> interpreter.runScript(script, names));
  }

  /** Runs the top-level script of a worker; what it throws is thrown. */
  void runStartup(List<?> body) {
    inFunction("the script of " + agent, () -> interpreter.runFunction(body, names));
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
      overlaps(overlap);
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

  /** Logs what must never be seen of an event loop. */
  void overlaps(String what) {
    log("overlap", what, Tree.of());
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

  /** An exception of a worker of this agent, whose value is withheld. */
  void reportedOfWorker(String message) {
    log("reported", null, Tree.of("message", message));
  }

  void fault(String message) {
    log("fault", message, Tree.of());
  }

  private void log(String kind, @Nullable Object value, Map<String, Object> rest) {
    log.add(agent, kind, value, rest);
  }

  /**
   * Whether functions are still called, but do nothing: an abandoned thread on which one call leads to the next would
   * go on for as long as this process lives.
   */
  boolean isOver() {
    return log.isOver();
  }
}
