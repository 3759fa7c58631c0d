package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendFactory;
import java.nio.file.Path;
import java.time.Duration;

/** What the launchers of all engines do alike. */
abstract class EngineLauncher implements BackendFactory {
  @Override
  public final Backend open(Path work, Duration arrival) {
    return open(work, arrival, AgentSource.load());
  }

  /** Starts it with another agent. */
  final Backend open(Path work, Duration arrival, AgentSource agent) {
    return new WireBackend(find(arrival), agent, work, arrival);
  }

  /**
   * Finds the program on this machine.
   *
   * @throws BackendException if it is not there; the message says what to install
   */
  abstract Engine find(Duration arrival);

  @Override
  public final String deviations() {
    return "dev/portspec/engines/deviations/%s.yaml".formatted(name());
  }
}
