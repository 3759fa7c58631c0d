package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
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
 * subject as it is passes the same checks. Only the checks of that clause, and of the clauses that share its first
 * two segments, are run. Where the engine of a mutant is not on this machine its test is aborted, and says so.
 */
class KillMatrixTest {
  private static final Set<Verdict> UNHARMED =
      EnumSet.of(Verdict.PASS, Verdict.CONTESTED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);

  /** What {@link Check} says of an implementation that does not answer, or breaks down: no assertion of the check. */
  private static final String NO_ANSWER = ": the implementation: ";

  private final Map<String, Verdict> ofControl = new HashMap<>();
  private final KillMatrix matrix = new KillMatrix();

  @TestFactory
  Stream<DynamicTest> everyMutantIsKilledByItsClause() {
    List<Mutation> all = Mutation.all().toList();
    assertThat(all).extracting(Mutation::name).doesNotHaveDuplicates();
    boolean whole = Mutation.areAll() && all.stream().allMatch(Mutation::isHere);
    Stream<DynamicTest> mutants = all.stream().map(mutant -> dynamicTest(mutant.name(), () -> kill(mutant)));
    return Stream.concat(mutants, Stream.of(dynamicTest("the matrix", () -> matrix.write(whole))));
  }

  private void kill(Mutation mutant) {
    assumeThat(mutant.absence().get()).as("why %s is not here", mutant.control()).isEmpty();
    List<Check> checks =
        Checks.around(mutant.clause()).stream().filter(check -> !mutant.deviations().contains(check.id())).toList();
    leavesTheControlUnharmed(mutant, checks);

    List<String> killers = new ArrayList<>();
    List<String> bystanders = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    try (Backend backend = mutant.backend().get()) {
      for (Check check : checks) {
        CheckResult result = check.run(backend, Mutation.ARRIVAL);
        seen.add(check.id() + " " + result.clauses() + " " + result.message());
        boolean answered = !result.outcome().contains(mutant.clause() + NO_ANSWER);
        if (result.clauses().get(mutant.clause()) == Verdict.FAIL && answered) {
          killers.add(check.id());
        } else if (!UNHARMED.contains(result.verdict())) {
          bystanders.add(check.id());
        }
      }
    }
    matrix.add(new Kill(mutant, killers, bystanders));

    assertThat(mutant.exercised().getAsInt()).as("how often it did something wrong, in %s", seen).isPositive();
    assertThat(killers).as("what kills it by an assertion of %s; seen: %s", mutant.clause(), seen).isNotEmpty();
  }

  private void leavesTheControlUnharmed(Mutation mutant, List<Check> checks) {
    String control = mutant.control() + " ";
    if (checks.stream().anyMatch(check -> !ofControl.containsKey(control + check.id()))) {
      try (Backend backend = mutant.controlBackend().get()) {
        checks.forEach(check ->
            ofControl.computeIfAbsent(control + check.id(), id -> check.run(backend, Mutation.ARRIVAL).verdict()));
      }
    }
    for (Check check : checks) {
      assertThat(ofControl.get(control + check.id())).as("%s on %s as it is", check.id(), control).isIn(UNHARMED);
    }
  }
}
