package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Subject;
import dev.portspec.spi.Capability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reaches an engine over the wire. One program serves all worlds, one after another; one that died, hung or answered
 * garbage is replaced when the next world opens.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class WireBackend implements Backend {
  /** How often a program is started again in one run before it is given up. */
  private static final int MOST_RESTARTS = 20;

  private final Engine engine;
  private final Path work;
  private final Duration arrival;
  private final int mostRestarts;
  private final Wire wire = new Wire();
  private final AgentServer server;
  private final Subject subject;
  private Session session;
  private int starts;
  private int worlds;
  private int late;

  /**
   * Starts an engine.
   *
   * @param agent what runs in it
   * @param work the folder for what its program writes
   * @param arrival the longest wait for an answer
   * @throws BackendException if it does not start
   */
  WireBackend(Engine engine, AgentSource agent, Path work, Duration arrival) {
    this(engine, agent, work, arrival, MOST_RESTARTS);
  }

  /** With another bound on restarts. */
  WireBackend(Engine engine, AgentSource agent, Path work, Duration arrival, int mostRestarts) {
    this.mostRestarts = mostRestarts;
    this.engine = engine;
    server = new AgentServer(agent);
    this.work = work;
    this.arrival = arrival;
    try {
      session = start();
      subject = describe();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private Session start() {
    if (starts > mostRestarts) {
      throw new BackendException(
          Failure.ENDS, "%s was started %d times in this run; not again".formatted(engine.name(), starts));
    }
    starts++;
    Path output = work.resolve("%s-%d.log".formatted(engine.name(), starts));
    return new Session(engine, wire, server, output, arrival);
  }

  private Subject describe() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (Object id : (List<?>) session.hello().get("can")) {
      try {
        capabilities.add(Capability.of((String) id));
      } catch (IllegalArgumentException e) {
        throw session.broken(Failure.BABBLES, "its hello claims what is unknown: " + e.getMessage());
      }
    }
    String version = engine.version((String) session.hello().get("version"));
    return new Subject(
        engine.name(), version, engine.program().toString(), Subject.Binding.JAVASCRIPT, capabilities);
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public BackendWorld openWorld() {
    if (session.isUsable()) {
      try {
        return new WireWorld(session, ++worlds, () -> late++);
      } catch (BackendException e) {
        // what an earlier world left behind broke it: this world is not to blame, and gets a fresh one
        session.end();
      }
    } else {
      session.end();
    }
    session = start();
    return new WireWorld(session, ++worlds, () -> late++);
  }

  @Override
  public int lateObservations() {
    return late;
  }

  @Override
  public void close() {
    session.end();
    server.close();
  }
}
