package dev.portspec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import dev.portspec.oracle.Judgement.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that are linked: what each shows is compared, and no order between them. */
class SeveralAgentsTest {
  /** Each agent posts to every other, and records what comes. */
  private static Scenario everybodyPosts(int agents, int messages) {
    Scenario scenario = new Scenario(List.of(), List.of());
    List<CheckResult.Step> steps = new ArrayList<>();
    int posts = Math.max(1, messages / (agents * (agents - 1)));
    for (int i = 0; i < agents; i++) {
      List<Object> listens = new ArrayList<>();
      List<Object> script = new ArrayList<>();
      for (int j = 0; j < agents; j++) {
        if (i != j) {
          listens.add(records(name(j)));
          scenario = i < j ? scenario.linked(name(i), name(j)) : scenario;
          for (int k = 0; k < posts; k++) {
            script.add(post(name(j), name(i) + " to " + name(j) + " " + k));
          }
        }
      }
      steps.add(0, new CheckResult.Step(name(i), listens, ""));
      steps.add(new CheckResult.Step(name(i), script, ""));
    }
    return new Scenario(scenario.links(), steps);
  }

  private static String name(int agent) {
    return "agent " + agent;
  }

  private static Object post(String port, String message) {
    return Tree.of("do", "call", "of", Tree.name(port), "member", "postMessage", "args", List.of(message));
  }

  private static Object records(String port) {
    Object record = Tree.of("do", "observe", "label", port, "value", Tree.name("event"));
    Object function =
        Tree.of("function", port, "id", 1, "params", List.of("event"), "bodies", List.of(List.of(record)));
    return Tree.of("do", "set", "of", Tree.name(port), "key", "onmessage", "value", function);
  }

  @Test
  void theOrderBetweenAgentsIsNotCompared() {
    Played played = Recorded.run(everybodyPosts(2, 8), 1);
    List<Observation> mixed = new ArrayList<>(played.trace());
    mixed.sort((a, b) -> b.agent().compareTo(a.agent()));

    assertThat(new Played(played.scenario(), mixed).judged().answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void whatOneAgentShowsIsCompared() {
    Played played = Recorded.run(everybodyPosts(2, 8), 1);
    List<Observation> changed = new ArrayList<>(played.trace());
    changed.remove(changed.size() - 1);

    Judgement judgement = new Played(played.scenario(), changed).judged();

    assertThat(judgement.answer()).isEqualTo(Answer.REJECTED);
    assertThat(judgement.expected()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "2, 100", "2, 1000", "3, 100", "4, 10", "4, 100", "4, 1000"})
  void aLegalTraceTakesFewRuns(int agents, int messages) {
    for (int seed = 0; seed < 3; seed++) {
      Judgement judgement = Recorded.run(everybodyPosts(agents, messages), seed).judged();

      assertThat(judgement.answer()).isEqualTo(Answer.ACCEPTED);
      assertThat(judgement.executions()).isLessThanOrEqualTo(agents * agents);
    }
  }
}
