package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Observation;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One agent of an implementation in this process that runs scripts, for whoever drives the implementation's event loops
 * and wants each observation as it is made.
 *
 * <p><b>Threads:</b> used on the agent's event loop.
 */
public final class ScriptedAgent {
  private final RealmHost host;
  private final AgentHost agent;

  /**
   * An agent.
   *
   * @param name of the agent, as its observations show it
   * @param realm where its scripts run
   * @param follower is told of each observation, inside the task that made it; what it throws ends that task's function
   */
  public ScriptedAgent(String name, SubjectRealm realm, Consumer<Observation> follower) {
    this.agent = new AgentHost(name, new Log(new AtomicInteger(), follower));
    this.host = new RealmHost(name, realm, agent, Startups.NONE, null);
  }

  /** Runs a script in the task that this is called from. */
  public Answer run(List<?> script) {
    return host.runScript(script);
  }

  /** Says that an exception reached "report an exception". */
  public void reported(Throwable exception) {
    host.reported(exception);
  }

  /** Keeps an object for scripts, under a name. */
  public void keep(String name, Object value) {
    agent.names().write(name, value);
  }
}
