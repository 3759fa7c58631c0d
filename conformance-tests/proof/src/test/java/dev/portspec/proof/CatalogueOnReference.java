package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spec.Area;
import dev.portspec.spi.MessagingProvider;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The catalogue as PIT runs it: few tests of many checks each, since what a test costs beside its checks is paid for
 * every mutant. Only the profile {@code pit} runs it.
 */
class CatalogueOnReference {
  private static final Set<Verdict> UNHARMED =
      EnumSet.of(Verdict.PASS, Verdict.CONTESTED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);
  private static final Pattern GARBAGE = Pattern.compile("^[a-z]+[.]gc|^pc[.]weak");
  private static final Pattern DELIVERY = Pattern.compile("^loop[.]|^port[.](queue|delivery)[.]");
  private static final Pattern CLOSING = Pattern.compile("^port[.](close-event|onclose|entangle)[.]");
  private static final int DRAWS = 10;

  @ParameterizedTest
  @EnumSource
  void holdsInASimulatedWorld(Area area) {
    run(of(area), ReferenceProvider.simulated(Chooser.first()));
  }

  /** A choice that is never made hides what comes of it. */
  @ParameterizedTest
  @EnumSource
  void holdsUnderOtherChoices(Area area) {
    run(of(area), ReferenceProvider.simulated(Chooser.random(1)));
  }

  @Test
  void holdsOfGarbage() {
    run(about(GARBAGE), ReferenceProvider.simulated(Chooser.first()));
  }

  @Test
  void holdsOnThreads() {
    run(about(DELIVERY), new ReferenceProvider());
  }

  @Test
  void holdsWithTheCloseEvent() {
    run(about(CLOSING), ReferenceProvider.simulated(Chooser.first()).withCloseEvent());
  }

  @Test
  void propertiesHold() {
    Checks.tries(DRAWS).values().forEach(tries -> run(tries.stream(), ReferenceProvider.simulated(Chooser.first())));
  }

  /** Garbage apart: to collect it takes its time, and is the same under all choices. */
  private static Stream<Check> of(Area area) {
    return Checks.all().stream()
        .filter(check -> clause(check).startsWith(area.id() + "."))
        .filter(check -> !GARBAGE.matcher(clause(check)).find());
  }

  private static Stream<Check> about(Pattern clauses) {
    return Checks.all().stream().filter(check -> clauses.matcher(clause(check)).find());
  }

  /** The one that it is mainly about. */
  private static String clause(Check check) {
    return check.clauses().get(0);
  }

  private static void run(Stream<Check> checks, MessagingProvider provider) {
    try (InProcessBackend backend = new InProcessBackend(provider, Budget.arrival())) {
      checks.forEach(check ->
          assertThat(check.run(backend, Budget.arrival()).verdict()).as(check.id()).isIn(UNHARMED));
    }
  }
}
