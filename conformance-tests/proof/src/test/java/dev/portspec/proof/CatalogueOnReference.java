package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.Enumeration;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spec.Area;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.MessagingProvider;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final Pattern WEAK = Pattern.compile("^pc[.]gc");
  private static final Pattern DELIVERY = Pattern.compile("^loop[.]|^port[.](queue|delivery)[.]");
  private static final Pattern TRAVEL = Pattern.compile("^port[.](xfer|recv|post|start|close|shipped)[.]");
  private static final Pattern CLOSING = Pattern.compile("^port[.](close-event|onclose|entangle)[.]");
  /** Where outcomes are a matter of choice; one profile or the other of the close event is not. */
  private static final Pattern CHOICES = Pattern.compile("^(port|sc|event|handler|s?worker)[.]");
  private static final Pattern PROFILES = Pattern.compile("^port[.](close-event[.]absent-profile|entangle|gc)");
  /** The order between ports shows a choice only if the tasks are chosen against it. */
  private static final Pattern ORDER = Pattern.compile("^port[.]unshipped");
  private static final int MOST_SCHEDULES = 50;
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

  /** As the one before, but always the same. */
  @Test
  void holdsUnderTheLastChoices() {
    run(about(TRAVEL), ReferenceProvider.simulated(
        (what, options) -> what.equals(Chooser.NEXT_TASK) ? 0 : options.size() - 1));
  }

  /** Where a check accepts each of several outcomes, a choice that makes no difference is one that was broken. */
  @Test
  void reachesEachRecordedOutcome() {
    contested().forEach(clause -> checksOf(clause).forEach(check ->
        assertThat(reached(check)).as(check.id()).containsExactlyInAnyOrderElementsOf(outcomes(clause))));
  }

  private static Set<String> reached(Check check) {
    Set<String> reached = new TreeSet<>();
    Enumeration schedules = Enumeration.upTo(MOST_SCHEDULES);
    while (schedules.hasNext()) {
      reached.add(outcome(check, schedules.next()));
    }
    return reached;
  }

  /** And one that comes to another outcome than that of its name is another one. */
  @Test
  void showsTheOutcomeThatWasChosen() {
    contested().filter(clause -> !ORDER.matcher(clause.id()).find()).forEach(clause ->
        outcomes(clause).forEach(chosen -> checksOf(clause).forEach(check -> {
          AtomicBoolean isAsked = new AtomicBoolean();
          String outcome = outcome(check, (what, options) -> {
            boolean isIt = what.equals(clause.id()) && options.contains(chosen);
            isAsked.compareAndSet(false, isIt);
            return isIt ? options.indexOf(chosen) : 0;
          });
          assertThat(isAsked.get() ? outcome : chosen).as(check.id()).isEqualTo(chosen);
        })));
  }

  private static Stream<Clause> contested() {
    return ClauseBook.load().clauses().stream()
        .filter(clause -> clause.contested() != null)
        .filter(clause -> CHOICES.matcher(clause.id()).find() && !PROFILES.matcher(clause.id()).find());
  }

  private static Set<String> outcomes(Clause clause) {
    return Objects.requireNonNull(clause.contested()).outcomes().keySet();
  }

  private static Stream<Check> checksOf(Clause clause) {
    return Checks.all().stream().filter(check -> check.clauses().contains(clause.id()));
  }

  private static String outcome(Check check, Chooser chooser) {
    MessagingProvider provider = ReferenceProvider.simulated(chooser).withCloseEvent();
    try (InProcessBackend backend = new InProcessBackend(provider, Budget.arrival())) {
      CheckResult result = check.run(backend, Budget.arrival());
      assertThat(result.verdict()).as(check.id()).isEqualTo(Verdict.CONTESTED);
      return result.outcome().replaceFirst("^.*: ", "");
    }
  }

  /** What PIT does makes no reference weak or strong, so of garbage only what looks after references of its own. */
  @Test
  void holdsOfWhatIsWeak() {
    run(about(WEAK), ReferenceProvider.simulated(Chooser.first()));
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
