package dev.portspec.proof;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.reference.Mutant;
import dev.portspec.reference.Mutants;
import dev.portspec.reference.Variation;
import java.time.Duration;
import java.util.List;
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
 */
record Mutation(
    String name, String clause, List<String> seenIn,
    String control, Supplier<Backend> backend, Supplier<Backend> controlBackend, IntSupplier exercised) {
  /** What does not answer is no kill: there is no need to wait for it for long. */
  static final Duration ARRIVAL = Budget.arrival().dividedBy(10);

  /** Every one; {@code -Dmutants=…} keeps those whose name is matched by that regular expression. */
  static Stream<Mutation> all() {
    return Mutants.all().stream()
        .map(Mutation::of)
        .filter(mutation -> mutation.name().matches(System.getProperty("mutants", ".*")));
  }

  /** Whether none is left out. */
  static boolean areAll() {
    return System.getProperty("mutants") == null;
  }

  private static Mutation of(Variation variation) {
    Mutant mutant = variation.getClass().getAnnotation(Mutant.class);
    return new Mutation(
        variation.name(), mutant.killedBy(), List.of(mutant.seenIn()), "reference",
        () -> new InProcessBackend(variation, ARRIVAL),
        () -> new InProcessBackend(new Variation.Control(), ARRIVAL),
        variation::exercised);
  }
}
