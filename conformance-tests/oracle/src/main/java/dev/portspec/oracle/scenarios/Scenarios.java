package dev.portspec.oracle.scenarios;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.listedClauses;
import static dev.portspec.harness.Assertions.verifying;

import dev.portspec.harness.Undecided;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.Program;
import dev.portspec.harness.trace.Divergence;
import dev.portspec.harness.trace.Trace;
import dev.portspec.oracle.Judgement;
import dev.portspec.oracle.Oracle;
import dev.portspec.oracle.Scenario;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs generated programs, and has the oracle judge what they show. */
public final class Scenarios {
  /**
   * What attempts return, and the words of what they throw, are other checks' business. Of 10,000 programs on engines
   * five needed more than 500 runs, and none 1,400.
   */
  private static final Oracle ORACLE =
      Oracle.standard().ignoring(Set.of("returned", "message", "code")).within(3_000, 100_000);

  private Scenarios() {}

  /**
   * Runs a program in a world, and asserts that some legal run shows what it showed. What is not is blamed on the clause
   * that forbids it, if the check lists that, and on the first clause of the check otherwise.
   *
   * @throws Undecided if the search for a legal run ran out of its budget
   */
  public static void judge(World world, Program program) {
    Divergence thrown = run(program, world);
    Trace trace = world.settle();
    trace.allow();
    Scenario scenario = Scenario.of(world.steps());
    Judgement judgement = ORACLE.judge(scenario, trace.observations());
    switch (judgement.answer()) {
      case UNDECIDED -> throw new Undecided(judgement.explanation());
      case REJECTED -> blame(new Blame(ORACLE, scenario, trace.observations(), program).of(judgement, thrown), judgement);
      case ACCEPTED -> {
        if (thrown != null) {
          throw thrown;
        }
        praise(program);
      }
    }
  }

  /** Runs the program; what a script of it threw, or null. */
  private static @Nullable Divergence run(Program program, World world) {
    try {
      program.run(world);
      return null;
    } catch (Divergence e) {
      return e;
    }
  }

  private static void blame(Breach breach, Judgement judgement) {
    List<String> listed = listedClauses();
    String clause = listed.isEmpty() || listed.contains(breach.clause()) ? breach.clause() : listed.get(0);
    verifying(
        clause,
        () -> assertThat(
            breach.what(),
            false,
            breach.expected(),
            breach.seen(),
            "%s%n  %s".formatted(breach.where(), judgement.explanation())));
  }

  /** All that the program is about holds. */
  private static void praise(Program program) {
    for (Duty duty : Duty.values()) {
      if (listedClauses().contains(duty.clause()) && duty.isMetBy(program)) {
        verifying(duty.clause(), () -> assertThat("what it showed", true, "legal", "legal", ""));
      }
    }
  }
}
