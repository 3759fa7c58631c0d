package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Observation;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agents of one world of an implementation in this process that run scripts, and those that their scripts start:
 * for whoever drives the implementation's event loops and wants each observation as it is made.
 *
 * <p><b>Threads:</b> what belongs to an agent is used on its event loop, the rest anywhere.
 */
public final class ScriptedAgents {
  private final Agents agents;

  /**
   * No agents yet.
   *
   * @param follower is told of each observation, inside the task that made it; what it throws ends that task's function
   */
  public ScriptedAgents(Consumer<Observation> follower) {
    agents = new Agents(new Log(new AtomicInteger(), follower));
  }

  /** Who has to be told of exceptions that reached "report an exception". */
  public Reporter reporter() {
    return agents;
  }

  /** Adds an agent that runs already, under the name that its observations show. */
  public void add(String agent, SubjectRealm realm) {
    agents.host(agent, realm);
  }

  /** The realm of that name, once its top-level script has run; null before. */
  public @Nullable SubjectRealm realm(String name) {
    CompletableFuture<RealmHost> start = agents.start(name);
    return start.isDone() ? start.join().realm() : null;
  }

  /** The first realm of each agent whose top-level script has begun, by the name of the agent. */
  public Map<String, SubjectRealm> firstRealms() {
    return agents.firstRealms();
  }

  /** Runs a script of a realm in the task that this is called from. */
  public Answer run(String realm, List<?> script) {
    return agents.start(realm).join().runScript(script);
  }

  /** Keeps an object for the scripts of an agent, under a name. */
  public void keep(String agent, String name, Object value) {
    agents.start(agent).join().agent().names().write(name, value);
  }
}
