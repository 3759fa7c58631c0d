package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.reference.ObservedPorts;
import dev.portspec.reference.ObservedPorts.Did;
import dev.portspec.reference.ObservedPorts.Met;
import dev.portspec.reference.ObservedPorts.State;
import dev.portspec.reference.ObservedPorts.Where;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Generated scenarios do everything to a port that there is, in every state of a port, in a window and in a worker. */
class ScenarioCoverageTest {
  private static final int SCENARIOS = Integer.getInteger("portspec.scenarios", 4_000);

  /** Too seldom for so few programs. */
  private static final Set<String> SELDOM =
      Set.of(
          "CLOSE RECEIVED_WITH_MESSAGES IN_THE_WINDOW", "REMOVE_LISTENER RECEIVED IN_THE_WINDOW",
          "REMOVE_LISTENER RECEIVED_WITH_MESSAGES IN_THE_WINDOW", "ADD_LISTENER RECEIVED_WITH_MESSAGES IN_A_WORKER",
          "REMOVE_LISTENER RECEIVED_WITH_MESSAGES IN_A_WORKER", "UNSET_ONMESSAGE IN_FLIGHT IN_A_WORKER");

  /** It takes two functions that keep what a worker has sent to itself, and hardly any program has them. */
  private static boolean isOfOriginalInWorker(Met met) {
    return met.state() == State.RECEIVED_ELSEWHERE && met.where() == Where.IN_A_WORKER;
  }

  @Test
  void everyActionMeetsEveryState() {
    ObservedPorts ports = new ObservedPorts();
    List<Check> scenarios = Checks.tries(SCENARIOS).get("ScenarioProperties.everyProgramOfAgentsIsLegal");
    try (InProcessBackend backend = new InProcessBackend(ports, Budget.arrival())) {
      scenarios.forEach(scenario -> scenario.run(backend, Budget.arrival()));
    }

    Set<String> missed = new TreeSet<>();
    for (Did did : Did.values()) {
      for (State state : State.values()) {
        for (Where where : Where.values()) {
          Met wanted = new Met(did, state, where);
          if (!ports.met().contains(wanted) && !isOfOriginalInWorker(wanted)) {
            missed.add(wanted.toString());
          }
        }
      }
    }
    assertThat(missed).isSubsetOf(SELDOM);
  }
}
