package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.reference.ObservedPorts;
import dev.portspec.reference.ObservedPorts.Did;
import dev.portspec.reference.ObservedPorts.State;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Generated scenarios do everything to a port that there is, in every state in which a port can be. */
class ScenarioCoverageTest {
  private static final int SCENARIOS = Integer.getInteger("portspec.scenarios", 1_000);

  /** Too seldom for so few programs: each was met in six times as many. */
  private static final Set<String> SELDOM =
      Set.of("CLOSE RECEIVED_WITH_MESSAGES", "REMOVE_LISTENER RECEIVED", "REMOVE_LISTENER RECEIVED_WITH_MESSAGES");

  @Test
  void everyActionMeetsEveryState() {
    ObservedPorts ports = new ObservedPorts();
    List<Check> scenarios = Checks.tries(SCENARIOS).get("ScenarioProperties.everyProgramIsLegal");
    try (InProcessBackend backend = new InProcessBackend(ports, Budget.arrival())) {
      scenarios.forEach(scenario -> scenario.run(backend, Budget.arrival()));
    }

    Set<String> missed = new TreeSet<>();
    for (Did did : Did.values()) {
      for (State state : State.values()) {
        if (!ports.met().getOrDefault(did, Set.of()).contains(state)) {
          missed.add(did + " " + state);
        }
      }
    }
    assertThat(missed).isSubsetOf(SELDOM);
  }
}
