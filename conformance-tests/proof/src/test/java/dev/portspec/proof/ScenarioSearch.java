package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Programs;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Deviations;
import dev.portspec.harness.run.PropertyRun;
import dev.portspec.harness.run.Verdict;
import dev.portspec.oracle.scenarios.Scenarios;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spi.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Searches one implementation with generated programs, beyond the first that no legal run explains, which is where a
 * property ends. All that is found, with shrunk examples, is written to {@code target/scenarios-<name>.md}. It runs by
 * name only: {@code -Dtest=ScenarioSearch -Dportspec.implementation=…}.
 *
 * <p>Each program may do only some of the actions that there are, so that what an implementation does otherwise in one
 * of them does not hide the rest.
 */
class ScenarioSearch {
  private static final String WITHOUT_WORKERS = "ScenarioProperties.everyProgramIsLegal";
  private static final String WITH_WORKERS = "ScenarioProperties.everyProgramOfAgentsIsLegal";
  private static final Set<Action> ALWAYS = EnumSet.of(Action.POST, Action.ONMESSAGE, Action.TASK);
  private static final int MOST_SHRINKS = 200;
  private static final int MOST_EXAMPLES = 4;

  private final String name = System.getProperty("portspec.implementation", "reference");
  private final ScenarioFindings findings = new ScenarioFindings();

  /** What is found is listed, as far as its clause tells; anything else wants a check, or another oracle. */
  @Test
  void whatIsFoundIsListed() throws IOException {
    int programs = PropertyRun.tries("portspec.scenarios", 1_000);
    Random random = new Random(PropertyRun.seed());
    long began = System.nanoTime();
    try (Backend backend = open()) {
      for (Draw draw : Draw.samples(PropertyRun.seed(), programs)) {
        search(backend, some(Programs.claimed(backend.subject().capabilities()::contains), random), draw);
      }
      String head = "# %s %s%n%n%d programs in %d s: %s".formatted(
          name, backend.subject().version(), programs, (System.nanoTime() - began) / 1_000_000_000, findings.verdicts());
      Files.write(Path.of("target", "scenarios-%s.md".formatted(name)), findings.report(head, listed()));
    }

    assertThat(findings.verdicts()).doesNotContainKeys(Verdict.UNDECIDED, Verdict.HARNESS_ERROR);
    assertThat(findings.clauses()).isSubsetOf(listed());
  }

  private Backend open() throws IOException {
    if (name.equals("reference")) {
      return new InProcessBackend(new ReferenceProvider(), Budget.arrival());
    }
    return engine().open(Files.createTempDirectory("portspec"), Budget.arrival());
  }

  private BackendFactory engine() {
    return ServiceLoader.load(BackendFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no implementation named '%s'".formatted(name)));
  }

  /** The clauses that its list of deviations names. */
  private Set<String> listed() {
    String list = name.equals("reference") ? null : engine().deviations();
    return list == null
        ? Set.of()
        : Deviations.load(list).entries().stream().map(Deviations.Entry::clause).collect(Collectors.toSet());
  }

  private static Programs some(Programs programs, Random random) {
    int without = random.nextInt(3);
    Action[] left = programs.actions().stream()
        .filter(action -> !ALWAYS.contains(action) && random.nextInt(4) < without)
        .toArray(Action[]::new);
    return programs.without(left);
  }

  private void search(Backend backend, Programs programs, Draw draw) {
    CheckResult result = run(backend, programs, draw);
    if (findings.add(result) <= MOST_EXAMPLES && result.verdict() == Verdict.FAIL) {
      shrink(backend, programs, draw, result);
    }
  }

  private CheckResult run(Backend backend, Programs programs, Draw draw) {
    boolean hasWorkers = backend.subject().capabilities().contains(Capability.WORKERS);
    String property = hasWorkers ? WITH_WORKERS : WITHOUT_WORKERS;
    return new Check(property, clauses(property), world -> Scenarios.judge(world, programs.program(draw.fresh())), false)
        .run(backend, Budget.arrival());
  }

  private static List<String> clauses(String property) {
    return Checks.withProperties().stream()
        .filter(check -> check.id().equals(property))
        .findFirst()
        .orElseThrow()
        .clauses();
  }

  /** Shrinks what goes wrong in the same way, and keeps what else goes wrong when steps are left out. */
  private void shrink(Backend backend, Programs programs, Draw draw, CheckResult failed) {
    Draw smallest = draw;
    CheckResult shrunk = failed;
    int tries = 0;
    boolean shrinks = true;
    while (shrinks) {
      shrinks = false;
      for (Draw simpler : smallest.simpler()) {
        CheckResult result = tries++ < MOST_SHRINKS ? run(backend, programs, simpler) : null;
        if (result == null) {
          break;
        } else if (isLike(result, failed)) {
          smallest = simpler;
          shrunk = result;
          shrinks = true;
          break;
        }
        findings.noteOther(result);
      }
    }
    findings.example(shape(programs, smallest), shrunk);
  }

  private static boolean isLike(CheckResult result, CheckResult failed) {
    return result.verdict() == Verdict.FAIL && result.outcome().equals(failed.outcome());
  }

  /** The actions of a program: two examples that do the same in the same order are one. */
  private static String shape(Programs programs, Draw draw) {
    return programs.program(draw.fresh()).steps().stream()
        .map(step -> step.action().name())
        .collect(Collectors.joining(" "));
  }
}
