package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spi.MessagingProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue as PIT runs it: some tens of tests, one for the checks of each subject, such as {@code port.close}. Only
 * the profile {@code pit} runs it.
 */
class CatalogueOnReference {
  private static final Set<Verdict> UNHARMED =
      EnumSet.of(Verdict.PASS, Verdict.CONTESTED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);
  private static final Pattern GARBAGE = Pattern.compile("[.]gc|^pc[.]weak");
  private static final Pattern DELIVERY = Pattern.compile("^loop[.]|^port[.](queue|delivery)$");
  private static final int DRAWS = 10;
  private static final Map<String, List<Check>> CHECKS =
      Checks.all().stream()
          .collect(Collectors.groupingBy(CatalogueOnReference::subject, TreeMap::new, Collectors.toList()));

  @ParameterizedTest
  @MethodSource("subjects")
  void holdsInASimulatedWorld(String subject) {
    run(CHECKS.get(subject), ReferenceProvider.simulated(Chooser.first()));
  }

  /** A choice that is never made hides what comes of it. */
  @ParameterizedTest
  @MethodSource("subjectsWithChoices")
  void holdsUnderOtherChoices(String subject) {
    run(CHECKS.get(subject), ReferenceProvider.simulated(Chooser.random(1)));
  }

  @ParameterizedTest
  @MethodSource("subjectsOfThreads")
  void holdsOnThreads(String subject) {
    run(CHECKS.get(subject), new ReferenceProvider());
  }

  @ParameterizedTest
  @ValueSource(strings = {"port.close-event", "port.onclose", "port.entangle"})
  void holdsWithTheCloseEvent(String subject) {
    run(CHECKS.get(subject), ReferenceProvider.simulated(Chooser.first()).withCloseEvent());
  }

  @ParameterizedTest
  @MethodSource("properties")
  void propertiesHold(String property) {
    run(Drawn.PROPERTIES.get(property), ReferenceProvider.simulated(Chooser.first()));
  }

  static Stream<String> subjects() {
    return CHECKS.keySet().stream();
  }

  /** Garbage is collected alike under all of them, and takes its time. */
  static Stream<String> subjectsWithChoices() {
    return subjects().filter(subject -> !GARBAGE.matcher(subject).find());
  }

  /** What threads add is in the delivery of messages. */
  static Stream<String> subjectsOfThreads() {
    return subjects().filter(subject -> DELIVERY.matcher(subject).find());
  }

  static Stream<String> properties() {
    return Drawn.PROPERTIES.keySet().stream();
  }

  /** Drawn where they are asked for: PIT starts a JVM for every mutant that hangs. */
  private static final class Drawn {
    static final Map<String, List<Check>> PROPERTIES = Checks.tries(DRAWS);
  }

  private static void run(List<Check> checks, MessagingProvider provider) {
    try (InProcessBackend backend = new InProcessBackend(provider, Budget.arrival())) {
      for (Check check : checks) {
        assertThat(check.run(backend, Budget.arrival()).verdict()).as(check.id()).isIn(UNHARMED);
      }
    }
  }

  private static String subject(Check check) {
    return check.clauses().get(0).replaceFirst("^([^.]+\\.[^.]+).*", "$1");
  }
}
