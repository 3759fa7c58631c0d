package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one realm has for its scripts: who runs them, and its lines in the log of its agent. */
final class RealmHost {
  private final String name;
  private final SubjectRealm realm;
  private final AgentHost agent;
  private final Startups startups;
  private final @Nullable RealmHost container;
  private final Interpreter interpreter = new Interpreter(this);
  private volatile boolean removed;

  /**
   * A realm of that name, whose scripts may start agents.
   *
   * @param container the realm whose window contains this one's; null where there is none
   */
  RealmHost(String name, SubjectRealm realm, AgentHost agent, Startups startups, @Nullable RealmHost container) {
    this.name = name;
    this.realm = realm;
    this.agent = agent;
    this.startups = startups;
    this.container = container;
  }

  String name() {
    return name;
  }

  SubjectRealm realm() {
    return realm;
  }

  AgentHost agent() {
    return agent;
  }

  Startups startups() {
    return startups;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  Viewer viewer() {
    return agent.viewer();
  }

  /** Its document is no longer there. */
  void remove() {
    removed = true;
  }

  /** Whether tasks run here: its agent goes on, and its document is there. */
  boolean isLiving() {
    return !removed && (container == null || container.isLiving()) && !realm.hasEnded();
  }

  /** Runs a script in the task that this is called from. */
  Answer runScript(List<?> script) {
    return inFunction("a script", () -> interpreter.runScript(script, agent.names()));
  }

  /** Runs the top-level script of a worker; what it throws is thrown. */
  void runStartup(List<?> body) {
    inFunction("the script of " + name, () -> interpreter.runFunction(body, agent.names()));
  }

  /** Runs something that must not overlap with anything else of this agent. */
  <T extends @Nullable Object> T inFunction(String label, Supplier<T> body) {
    return agent.alone(label, this::overlaps, body);
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
    Tree.put(rest, "value", viewer().show(value, true));
    log("saw", label, rest);
  }

  void outcome(String label, String how, @Nullable Object value) {
    Map<String, Object> rest = Tree.of();
    Tree.put(rest, how, viewer().show(value, false));
    log("outcome", label, rest);
  }

  void reported(Throwable exception) {
    if (!(exception instanceof Fault)) {
      log("reported", viewer().show(Interpreter.thrownValue(exception), false), Tree.of());
    }
  }

  /** An exception of a worker of this realm, whose value is withheld. */
  void reportedOfWorker(String message) {
    log("reported", null, Tree.of("message", message));
  }

  void fault(String message) {
    log("fault", message, Tree.of());
  }

  private void log(String kind, @Nullable Object value, Map<String, Object> rest) {
    agent.log(name, kind, value, rest);
  }
}
