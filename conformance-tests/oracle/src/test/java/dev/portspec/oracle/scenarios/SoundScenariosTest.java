package dev.portspec.oracle.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.Enumeration;
import dev.portspec.reference.ReferenceProvider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is drawn, and whatever the reference chooses, is legal; the search hardly ever runs out of its budget. */
class SoundScenariosTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int SEED = 3;
  private static final int SCENARIOS = Integer.getInteger("portspec.scenarios", 150);

  static Stream<Method> properties() {
    return Arrays.stream(ScenarioProperties.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Verifies.class));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void underRandomChoices(Method property) {
    int undecided = 0;
    List<Draw> draws = Draw.samples(SEED, SCENARIOS);
    for (int i = 0; i < draws.size(); i++) {
      undecided += result(property, draws.get(i), Chooser.random(i)) == Verdict.UNDECIDED ? 1 : 0;
    }
    assertThat(undecided).isLessThanOrEqualTo(SCENARIOS / 50);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void underEnumeratedChoices(Method property) {
    for (Draw draw : Draw.samples(SEED + 1, SCENARIOS / 5)) {
      Enumeration choices = Enumeration.upTo(20);
      while (choices.hasNext()) {
        result(property, draw.fresh(), choices.next());
      }
    }
  }

  private static Verdict result(Method property, Draw draw, Chooser chooser) {
    try (InProcessBackend backend = new InProcessBackend(ReferenceProvider.simulated(chooser), PATIENCE)) {
      CheckResult result = Check.of(property, draw).run(backend, PATIENCE);
      assertThat(result.verdict()).as("%s of %s: %s", property, draw, result.message())
          .isIn(Verdict.PASS, Verdict.UNDECIDED);
      return result.verdict();
    }
  }
}
