package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Mutant;
import dev.portspec.reference.Mutants;
import dev.portspec.reference.Variation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue bites: each mutant is killed by an assertion that belongs to the clause that it breaks, while the
 * reference as it is passes the same checks. Only the checks of that clause, and of the clauses that share its first
 * two segments, are run.
 */
class KillMatrixTest {
  private static final Set<Verdict> UNHARMED = 
      EnumSet.of(Verdict.PASS, Verdict.CONTESTED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);

  /** What {@link Check} says of an implementation that does not answer, or breaks down: no assertion of the check. */
  private static final String NO_ANSWER = ": the implementation: ";

  private final Duration arrival = Budget.arrival().dividedBy(10);
  private final Map<String, Verdict> ofControl = new HashMap<>();
  private final KillMatrix matrix = new KillMatrix();

  @TestFactory
  Stream<DynamicTest> everyMutantIsKilledByItsClause() {
    Stream<DynamicTest> mutants = Mutants.all().stream().map(mutant -> dynamicTest(mutant.name(), () -> kill(mutant)));
    return Stream.concat(mutants, Stream.of(dynamicTest("KILLS.md says so", matrix::write)));
  }

  private void kill(Variation mutant) {
    Mutant bug = mutant.getClass().getAnnotation(Mutant.class);
    List<Check> checks = Checks.around(bug.killedBy());
    leavesTheControlUnharmed(checks);

    List<String> killers = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    try (InProcessBackend backend = new InProcessBackend(mutant, arrival)) {
      for (Check check : checks) {
        CheckResult result = check.run(backend, arrival);
        seen.add(check.id() + " " + result.clauses() + " " + result.message());
        boolean answered = !result.outcome().contains(bug.killedBy() + NO_ANSWER);
        if (result.clauses().get(bug.killedBy()) == Verdict.FAIL && answered) {
          killers.add(check.id());
        }
      }
    }
    matrix.add(mutant.name(), bug, killers);

    assertThat(mutant.exercised()).as("how often it did something wrong, in %s", seen).isPositive();
    assertThat(killers).as("what kills it by an assertion of %s; seen: %s", bug.killedBy(), seen).isNotEmpty();
  }

  private void leavesTheControlUnharmed(List<Check> checks) {
    try (InProcessBackend backend = new InProcessBackend(new Variation.Control(), arrival)) {
      for (Check check : checks) {
        Verdict verdict = ofControl.computeIfAbsent(check.id(), id -> check.run(backend, arrival).verdict());
        assertThat(verdict).as("%s on the reference as it is", check.id()).isIn(UNHARMED);
      }
    }
  }
}
