package dev.portspec.oracle;

import static dev.portspec.harness.Vocabulary.transferring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.oracle.Judgement.Answer;
import dev.portspec.reference.Chooser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
}
