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
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every check passes on the reference under every legal choice: of order, and of contested outcome. One that fails
 * under some choice assumes more than the standard promises, whatever the engines say.
 *
 * <p>All choices are taken up to a bound, and a systematic part beyond it; {@code target/soundness.tsv} says how many
 * for each check, and whether they were all.
 */
class SoundnessTest {
  private static final int MOST_SCHEDULES = Integer.getInteger("portspec.schedules", 2_000);
  private static final int DRAWS = 40;
  private static final int MOST_SCHEDULES_OF_A_DRAW = Math.max(1, MOST_SCHEDULES / DRAWS);
  private static final Set<Verdict> SOUND =
      EnumSet.of(
          Verdict.PASS, Verdict.CONTESTED, Verdict.UNDECIDED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);
  private static final List<String> EXPLORED = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> everyCheckPassesUnderEveryLegalChoice() {
    return Checks.all().stream().map(check -> DynamicTest.dynamicTest(check.id(), () -> explore(check)));
  }

  /** A property is drawn for some tens of times, and each draw is run under fewer schedules. */
  @TestFactory
  Stream<DynamicTest> everyPropertyHoldsUnderEveryLegalChoice() {
    return Checks.tries(DRAWS).entrySet().stream()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> exploreAll(it.getKey(), it.getValue())));
  }

  private static void explore(Check check) {
    Enumeration enumeration = explore(check, MOST_SCHEDULES);
    EXPLORED.add("%s\t%d\t%s".formatted(check.id(), enumeration.runs(), enumeration.exhaustive() ? "all" : "part"));
  }

  private static void exploreAll(String id, List<Check> tries) {
    int runs = 0;
    boolean exhaustive = true;
    for (Check aTry : tries) {
      Enumeration enumeration = explore(aTry, MOST_SCHEDULES_OF_A_DRAW);
      runs += enumeration.runs();
      exhaustive &= enumeration.exhaustive();
    }
    EXPLORED.add("%s\t%d\t%s of %d draws".formatted(id, runs, exhaustive ? "all" : "part", tries.size()));
  }

  private static Enumeration explore(Check check, int most) {
    Enumeration enumeration = Enumeration.upTo(most);
    Simulated provider = new Simulated(check);
    try (InProcessBackend backend = new InProcessBackend(provider, Budget.arrival())) {
      while (enumeration.hasNext()) {
        provider.chooser = enumeration.next();
        CheckResult result = check.run(backend, Budget.arrival());
        assertThat(result.verdict())
            .as("%s%nunder the choices %s%n%s", check.id(), provider.chooser, result.message())
            .isIn(SOUND);
      }
    }
    return enumeration;
  }

  @AfterAll
  static void writeWhatWasExplored() throws IOException {
    Files.write(Path.of("target", "soundness.tsv"), EXPLORED);
  }

  /** The simulated reference, with another chooser for each world, and with the close event for a check of it. */
  private static final class Simulated implements MessagingProvider {
    private final boolean hasCloseEvent;
    private Chooser chooser = Chooser.first();

    Simulated(Check check) {
      hasCloseEvent = check.clauses().stream()
          .anyMatch(clause -> ClauseBook.load().clause(clause).requires().contains(Capability.CLOSE_EVENT));
    }

    private ReferenceProvider reference() {
      ReferenceProvider reference = ReferenceProvider.simulated(chooser);
      return hasCloseEvent ? reference.withCloseEvent() : reference;
    }

    @Override
    public String name() {
      return "simulated-reference";
    }

    @Override
    public String version() {
      return "";
    }

    @Override
    public Set<Capability> capabilities() {
      return reference().capabilities();
    }

    @Override
    public SubjectWorld openWorld(Reporter reporter) {
      return reference().openWorld(reporter);
    }
  }
}
