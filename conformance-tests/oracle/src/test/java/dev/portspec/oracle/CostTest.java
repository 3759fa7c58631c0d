package dev.portspec.oracle;

import static dev.portspec.harness.Vocabulary.transferring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.oracle.Judgement.Answer;
import dev.portspec.reference.Chooser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a judgement costs, counted in runs of the reference: it grows no faster than the trace. */
class CostTest {
  private static final int PORTS = 4;

  /** Several ports on the move, and messages to each of them. */
  private static Consumer<World> toShippedPorts(int messages) {
    return world -> {
      Realm window = world.window();
      List<Channel> carriers = new ArrayList<>();
      List<Channel> shipped = new ArrayList<>();
      for (int i = 0; i < PORTS; i++) {
        carriers.add(window.newChannel());
        shipped.add(window.newChannel());
      }
      window.run(() -> {
        for (int i = 0; i < PORTS; i++) {
          carriers.get(i).port2().onmessage(event -> event.port(0).onmessage(Event::record));
          carriers.get(i).port1().postMessage("port " + i, transferring(shipped.get(i).port2()));
        }
        for (int i = 0; i < messages; i++) {
          shipped.get(i % PORTS).port1().postMessage("m" + i);
        }
      });
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000})
  void aLegalTraceTakesFewRuns(int messages) {
    for (int seed = 0; seed < 3; seed++) {
      Judgement judgement = Played.with(Chooser.random(seed), toShippedPorts(messages)).judged();

      assertThat(judgement.answer()).isEqualTo(Answer.ACCEPTED);
      assertThat(judgement.executions()).isLessThanOrEqualTo(2 * PORTS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40})
  void anIllegalTraceTakesNoMoreRunsThanItHasAlternatives(int messages) {
    Played played = Played.with(Chooser.random(7), toShippedPorts(messages));
    Played cut = new Played(played.scenario(), played.trace().subList(0, played.trace().size() - 1));

    Judgement judgement = cut.judged();

    assertThat(judgement.answer()).isEqualTo(Answer.REJECTED);
    assertThat(judgement.legal()).containsEntry("window", cut.trace().size());
    assertThat(judgement.executions()).isLessThanOrEqualTo(PORTS * (messages + 2 * PORTS));
  }

  /** One row for each question: what it costs, for people; that legal traces cost what they are long is asserted. */
  @Test
  void theTable() throws IOException {
    List<String> rows = new ArrayList<>(List.of("events\tagents\ttrace\tanswer\truns\ttasks\tmilliseconds"));
    for (int events : new int[] {10, 100, 1000}) {
      for (int agents = 1; agents <= 4; agents++) {
        Played legal = Recorded.run(Crowd.of(agents, events), events);
        Played illegal = new Played(legal.scenario(), Crowd.withoutOne(legal.trace()));
        int tasks = legal.trace().size() / 2 + agents * agents + 2 * agents;

        Judgement accepted = judged(rows, events, agents + " linked", legal, "legal");
        assertThat(accepted.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(accepted.tasks()).isLessThanOrEqualTo(2L * tasks);
        Judgement rejected = judged(rows, events, agents + " linked", illegal, "one lost");
        assertThat(rejected.answer()).isEqualTo(Answer.REJECTED);
        assertThat(rejected.tasks()).isLessThanOrEqualTo(8L * tasks);
      }
      for (int workers = 1; workers <= 3; workers++) {
        Played legal = Recorded.run(Crowd.ofWorkers(workers, events), events);
        Played illegal = new Played(legal.scenario(), Crowd.withoutOne(legal.trace()));

        Judgement accepted = judged(rows, events, "window and " + workers, legal, "legal");
        assertThat(accepted.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(accepted.executions()).isLessThanOrEqualTo(events);
        Judgement rejected = judged(rows, events, "window and " + workers, illegal, "one lost");
        assertThat(rejected.answer()).isEqualTo(Answer.REJECTED);
        assertThat(rejected.executions()).isLessThanOrEqualTo(workers * events);
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "cost.tsv"), rows);
  }

  private static Judgement judged(List<String> rows, int events, String agents, Played played, String trace) {
    long began = System.nanoTime();
    Judgement judgement = played.judged();
    long millis = (System.nanoTime() - began) / 1_000_000;
    rows.add(
        "%d\t%s\t%s\t%s\t%d\t%d\t%d"
            .formatted(events, agents, trace, judgement.answer(), judgement.executions(), judgement.tasks(), millis));
    return judgement;
  }
}
