package dev.portspec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Observation;
import dev.portspec.oracle.Judgement.Answer;
import dev.portspec.reference.Enumeration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The search leaves nothing out that matters: on small scenarios, every trace that some run shows is accepted, and
 * every other is rejected. Which those are is known from all runs, one by one.
 */
class ExhaustiveTest {
  private static final int SCENARIOS = 30;
  private static final int MOST_RUNS = 400;
  private static final int MOST_TRACES = 6;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theAnswerIsThatOfAllRuns(int agents) {
    Random random = new Random(agents);
    int rejected = 0;
    int exhausted = 0;
    for (int i = 0; i < SCENARIOS; i++) {
      Scenario scenario = SmallScenarios.draw(random, agents);
      Map<Object, List<Observation>> legal = allTraces(scenario);
      if (!legal.isEmpty()) {
        exhausted++;
        rejected += judge(scenario, legal, random);
      }
    }
    assertThat(exhausted).isGreaterThan(SCENARIOS / 4);
    assertThat(rejected).isGreaterThan(SCENARIOS);
  }

  /** One trace of each kind; none at all where there are too many runs. */
  private static Map<Object, List<Observation>> allTraces(Scenario scenario) {
    Map<Object, List<Observation>> traces = new LinkedHashMap<>();
    Enumeration runs = Enumeration.upTo(MOST_RUNS);
    while (runs.hasNext()) {
      List<Observation> trace = Recorded.run(scenario, runs.next()).trace();
      traces.putIfAbsent(form(scenario, trace), trace);
    }
    return runs.exhaustive() ? traces : Map.of();
  }

  private static Object form(Scenario scenario, List<Observation> trace) {
    Given given = new Given(trace, new Form(Set.of()), false);
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String agent : scenario.agents()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < given.length(agent); i++) {
        lines.add(given.line(agent, i).text());
      }
      texts.put(agent, lines);
    }
    return texts;
  }

  private static int judge(Scenario scenario, Map<Object, List<Observation>> legal, Random random) {
    List<List<Observation>> some = new ArrayList<>(legal.values());
    Collections.shuffle(some, random);
    int rejected = 0;
    for (List<Observation> trace : some.subList(0, Math.min(MOST_TRACES, some.size()))) {
      assertThat(answer(scenario, trace)).as("legal: %s %s", scenario, trace).isEqualTo(Answer.ACCEPTED);
      List<Observation> changed = changed(trace, random);
      if (!legal.containsKey(form(scenario, changed))) {
        rejected++;
        assertThat(answer(scenario, changed)).as("illegal: %s %s", scenario, changed).isEqualTo(Answer.REJECTED);
      }
    }
    return rejected;
  }

  private static Answer answer(Scenario scenario, List<Observation> trace) {
    return Oracle.standard().judge(scenario, trace).answer();
  }

  /** The trace with an observation lost, doubled, or in another place. */
  private static List<Observation> changed(List<Observation> trace, Random random) {
    List<Observation> changed = new ArrayList<>(trace);
    if (changed.isEmpty()) {
      return changed;
    }
    int at = random.nextInt(changed.size());
    switch (random.nextInt(4)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(random.nextInt(changed.size()), changed.get(at));
      case 2 -> Collections.swap(changed, at, random.nextInt(changed.size()));
      default -> changed.subList(at, changed.size()).clear();
    }
    return changed;
  }
}
