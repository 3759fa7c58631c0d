package dev.portspec.proof;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.reference.Mutant;
import dev.portspec.reference.Mutants;
import dev.portspec.reference.Variation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A subject with one bug, and the same without it.
 *
 * @param name says what is wrong
 * @param clause the duty that it breaks
 * @param seenIn where somebody shipped this bug
 * @param control names the subject without the bug
 * @param backend opens the subject with the bug
 * @param controlBackend opens the subject without the bug
 * @param exercised how often it did something wrong so far
 * @param deviations checks that the control is known to fail: they show nothing of the mutant
 * @param absence why the subject is not on this machine; empty where it is
 */
record Mutation(
    String name, String clause, List<String> seenIn,
    String control, Supplier<Backend> backend, Supplier<Backend> controlBackend, IntSupplier exercised,
    Set<String> deviations, Supplier<String> absence) {
  /** Shorter than for checks: many a mutant does not answer at all. */
  static final Duration ARRIVAL = Budget.arrival().dividedBy(4);

  /** Every one; {@code -Dmutants=…} keeps those whose name is matched by that regular expression. */
  static Stream<Mutation> all() {
    return Stream.concat(Mutants.all().stream().map(Mutation::of), ScriptMutants.all())
        .filter(mutation -> mutation.name().matches(System.getProperty("mutants", ".*")));
  }

  /** Whether none was left out by name. */
  static boolean areAll() {
    return System.getProperty("mutants") == null;
  }

  boolean isHere() {
    return absence.get().isEmpty();
  }

  private static Mutation of(Variation variation) {
    Mutant mutant = variation.getClass().getAnnotation(Mutant.class);
    return new Mutation(
        variation.name(), mutant.killedBy(), List.of(mutant.seenIn()), variation.control().name(),
        () -> new InProcessBackend(variation, ARRIVAL),
        () -> new InProcessBackend(variation.control(), ARRIVAL),
        variation::exercised, Set.of(), () -> "");
  }
}
