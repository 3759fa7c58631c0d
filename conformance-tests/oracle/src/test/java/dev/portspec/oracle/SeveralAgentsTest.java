package dev.portspec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Observation;
import dev.portspec.oracle.Judgement.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that are linked: what each shows is compared, and no order between them. */
class SeveralAgentsTest {
  @Test
  void theOrderBetweenAgentsIsNotCompared() {
    Played played = Recorded.run(Crowd.of(2, 8), 1);
    List<Observation> mixed = new ArrayList<>(played.trace());
    mixed.sort((a, b) -> b.agent().compareTo(a.agent()));

    assertThat(new Played(played.scenario(), mixed).judged().answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void whatOneAgentShowsIsCompared() {
    Played played = Recorded.run(Crowd.of(2, 8), 1);
    List<Observation> changed = new ArrayList<>(played.trace());
    changed.remove(changed.size() - 1);

    Judgement judgement = new Played(played.scenario(), changed).judged();

    assertThat(judgement.answer()).isEqualTo(Answer.REJECTED);
    assertThat(judgement.expected()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "3, 100", "4, 100"})
  void aLegalTraceTakesFewRuns(int agents, int messages) {
    for (int seed = 0; seed < 3; seed++) {
      Judgement judgement = Recorded.run(Crowd.of(agents, messages), seed).judged();

      assertThat(judgement.answer()).isEqualTo(Answer.ACCEPTED);
      assertThat(judgement.executions()).isLessThanOrEqualTo(agents * agents);
    }
  }
}
