package dev.portspec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Observation;
import dev.portspec.oracle.Judgement.Answer;
import dev.portspec.reference.Enumeration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** What each agent shows in one run, and who has ended, so that the end of its log may be missing. */
  private record Shown(Map<String, List<String>> logs, Set<String> ended) {
    /** Whether this run explains what others have shown. */
    boolean explains(Map<String, List<String>> others) {
      Set<String> agents = new HashSet<>(logs.keySet());
      agents.addAll(others.keySet());
      return agents.stream().allMatch(agent -> explains(agent, others.getOrDefault(agent, List.of())));
    }

    private boolean explains(String agent, List<String> log) {
      List<String> mine = logs.getOrDefault(agent, List.of());
      return mine.equals(log) || ended.contains(agent) && log.equals(mine.subList(0, Math.min(log.size(), mine.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theAnswerIsThatOfAllRuns(int agents) {
    judgeAll(agents, random -> SmallScenarios.draw(random, agents));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theAnswerIsThatOfAllRunsWithWorkers(int workers) {
    judgeAll(workers, random -> SmallWorkers.draw(random, workers));
  }

  private static void judgeAll(int seed, Function<Random, Scenario> draws) {
    Random random = new Random(seed);
    int rejected = 0;
    int exhausted = 0;
    for (int i = 0; i < SCENARIOS; i++) {
      Scenario scenario = draws.apply(random);
      Map<Shown, List<Observation>> legal = allTraces(scenario);
      if (!legal.isEmpty()) {
        exhausted++;
        rejected += judge(scenario, legal, random);
      }
    }
    assertThat(exhausted).isGreaterThan(SCENARIOS / 4);
    assertThat(rejected).isGreaterThan(exhausted);
  }

  /** One trace of each kind; none at all where there are too many runs. */
  private static Map<Shown, List<Observation>> allTraces(Scenario scenario) {
    Map<Shown, List<Observation>> traces = new LinkedHashMap<>();
    Enumeration runs = Enumeration.upTo(MOST_RUNS);
    while (runs.hasNext()) {
      Recorded recorded = new Recorded(runs.next());
      Execution execution = new Execution(scenario, recorded);
      execution.run();
      Set<String> ended =
          scenario.startups().stream().filter(execution::hasEnded).collect(Collectors.toUnmodifiableSet());
      traces.putIfAbsent(new Shown(logs(scenario, recorded.trace()), ended), recorded.trace());
    }
    return runs.exhaustive() ? traces : Map.of();
  }

  private static Map<String, List<String>> logs(Scenario scenario, List<Observation> trace) {
    Given given = new Given(trace, new Form(Set.of()), new Payloads(scenario));
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String agent : given.agents()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < given.length(agent); i++) {
        lines.add(given.line(agent, i).text());
      }
      texts.put(agent, lines);
    }
    return texts;
  }

  private static int judge(Scenario scenario, Map<Shown, List<Observation>> legal, Random random) {
    List<List<Observation>> some = new ArrayList<>(legal.values());
    Collections.shuffle(some, random);
    int rejected = 0;
    for (List<Observation> trace : some.subList(0, Math.min(MOST_TRACES, some.size()))) {
      assertThat(answer(scenario, trace)).as("legal: %s %s", scenario, trace).isEqualTo(Answer.ACCEPTED);
      List<Observation> changed = changed(trace, random);
      boolean isLegal = legal.keySet().stream().anyMatch(shown -> shown.explains(logs(scenario, changed)));
      assertThat(answer(scenario, changed))
          .as("changed: %s %s", scenario, changed)
          .isEqualTo(isLegal ? Answer.ACCEPTED : Answer.REJECTED);
      rejected += isLegal ? 0 : 1;
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
