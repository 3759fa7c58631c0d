package dev.portspec.oracle;

import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.oracle.Judgement.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Traces that are legal are accepted, those that are not are rejected, and the answer says why. */
class OracleTest {
  private static void threeMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().postMessage("c");
    });
  }

  @Test
  void whatTheReferenceShowsIsLegal() {
    Judgement judgement = Played.once(OracleTest::threeMessages).judged();

    assertThat(judgement.answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(judgement.legal()).containsEntry("window", 6);
    assertThat(judgement.expected()).isEmpty();
    assertThat(judgement.explanation()).contains("legal", "1 run of");
  }

  @Test
  void aLostMessageIsNot() {
    Judgement judgement = Played.once(OracleTest::threeMessages).judgedShowing("a", "c");

    assertThat(judgement.answer()).isEqualTo(Answer.REJECTED);
    assertThat(judgement.legal()).containsEntry("window", 3);
    assertThat(judgement.seen()).singleElement().asString().contains("data: \"c\"");
    assertThat(judgement.expected()).singleElement().asString().contains("data: \"b\"");
  }

  @Test
  void aMessageThatIsLostAtTheEndIsNot() {
    Judgement judgement = Played.once(OracleTest::threeMessages).judgedShowing("a", "b");

    assertThat(judgement.isRejected()).isTrue();
    assertThat(judgement.seen()).containsExactly(Judgement.NOTHING);
    assertThat(judgement.expected()).singleElement().asString().contains("call 3");
  }

  @Test
  void aMessageThatComesTwiceIsNot() {
    Judgement judgement = Played.once(OracleTest::threeMessages).judgedShowing("a", "b", "c", "c");

    assertThat(judgement.isRejected()).isTrue();
    assertThat(judgement.legal()).containsEntry("window", 6);
    assertThat(judgement.expected()).containsExactly(Judgement.NOTHING);
  }

  @Test
  void messagesOfAPortInAnotherOrderAreNot() {
    assertThat(Played.once(OracleTest::threeMessages).judgedShowing("a", "c", "b").isRejected()).isTrue();
  }

  @Test
  void theExplanationSaysWhatWasLegalWhatCameAndWhatCouldHaveCome() {
    String explanation = Played.once(OracleTest::threeMessages).judgedShowing("a", "c", "b").explanation();

    assertThat(explanation.lines().map(String::strip).toList())
        .startsWith("not legal: no order of tasks, and no outcome that the standard leaves open, shows this, known after 1 run of"
                + " the reference")
        .containsSubsequence("legal so far, 3 of window:", "then came, as number 4:", "and what could legally come is:");
    assertThat(explanation).containsSubsequence("data: \"a\"", "then came", "data: \"c\"", "could", "data: \"b\"");
  }

  @Test
  void thePortsOfOneLoopThatWereShippedHaveNoOrderBetweenThem() {
    Played played = Played.once(OracleTest::twoShippedPorts);

    assertThat(played.judgedShowing("1a", "1b", "2a", "2b").answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(played.judgedShowing("2a", "2b", "1a", "1b").answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(played.judgedShowing("2a", "1a", "1b", "2b").answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(played.judgedShowing("2a", "1b", "1a", "2b").answer()).isEqualTo(Answer.REJECTED);
  }

  private static void twoShippedPorts(World world) {
    Realm window = world.window();
    List<Port> received = List.of(window.port("first"), window.port("second"));
    for (int i = 0; i < 2; i++) {
      Channel carrier = window.newChannel();
      Channel shipped = window.newChannel();
      String number = String.valueOf(i + 1);
      Port kept = received.get(i);
      window.run(() -> {
        carrier.port2().onmessage(event -> event.port(0).keepAs(kept));
        carrier.port1().postMessage("carrier", transferring(shipped.port2()));
        shipped.port1().postMessage(number + "a");
        shipped.port1().postMessage(number + "b");
      });
    }
    world.settle();
    window.run(() -> received.forEach(port -> port.onmessage(Event::record)));
  }

  @Test
  void contestedOutcomesAreLegal() {
    Played played = Played.once(world -> {
      Channel first = world.window().newChannel();
      Channel second = world.window().newChannel();
      world.window().run(() -> {
        first.port2().onmessage(Event::record);
        second.port2().onmessage(Event::record);
        first.port1().postMessage("1");
        second.port1().postMessage("2");
        first.port1().postMessage("3");
      });
    });

    assertThat(played.judgedShowing("1", "2", "3").answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(played.judgedShowing("1", "3", "2").answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(played.judgedShowing("3", "2", "1").answer()).isEqualTo(Answer.REJECTED);
  }

  @Test
  void anotherObjectIsSeen() {
    Played played = Played.once(OracleTest::threeMessages);
    List<Observation> changed = new ArrayList<>(played.trace());
    changed.set(5, withTarget(changed.get(5), 77));

    Judgement judgement = Oracle.standard().judge(played.scenario(), changed);

    assertThat(judgement.isRejected()).isTrue();
    assertThat(judgement.legal()).containsEntry("window", 5);
  }

  @SuppressWarnings("unchecked")
  private static Observation withTarget(Observation observation, int identity) {
    Map<String, Object> event = new LinkedHashMap<>((Map<String, Object>) observation.body().get("value"));
    event.put("target", Map.of("#", identity, "platform", "MessagePort"));
    event.put("currentTarget", Map.of("ref", identity));
    Map<String, Object> line = new LinkedHashMap<>(observation.body());
    line.put("value", event);
    return Observation.read(observation.agent(), line);
  }

  @Test
  void whatIsLeftOutIsNotCompared() {
    Played played = Played.once(OracleTest::threeMessages);
    List<Observation> changed = new ArrayList<>(played.trace());
    changed.set(5, withTarget(changed.get(5), 77));

    Oracle lenient = Oracle.standard().ignoring(Set.of("target", "currentTarget"));

    assertThat(lenient.judge(played.scenario(), changed).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aTraceThatStopsWithAnExceptionMayStopAnywhere() {
    Played played = Played.once(world -> {
      threeMessages(world);
      world.window().run(() -> raise("the end"));
    });

    assertThat(played.scenario().steps().get(2).answer()).startsWith("threw");
    assertThat(played.judged().answer()).isEqualTo(Answer.ACCEPTED);
    assertThat(Oracle.standard().judge(played.scenario(), List.of()).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aScriptMustEndAsItDid() {
    Played played = Played.once(world -> world.window().run(() -> attempt("posts", () -> raise("no"))));
    CheckResult.Step step = played.scenario().steps().get(0);
    Scenario other = Scenario.of(List.of(new CheckResult.Step("window", step.script(), "threw \"no\"")));

    Judgement judgement = Oracle.standard().judge(other, played.trace());

    assertThat(judgement.isRejected()).isTrue();
    assertThat(judgement.expected()).containsExactly("the end of the script: it ended");
  }

  @Test
  void aBudgetThatEndsDecidesNothing() {
    Played played = Played.once(OracleTest::twoShippedPorts);
    Judgement judgement = Oracle.standard().within(1, 1_000).judge(played.scenario(), List.of());

    assertThat(judgement.answer()).isEqualTo(Answer.UNDECIDED);
    assertThat(judgement.executions()).isEqualTo(1);
    assertThat(judgement.explanation()).startsWith("undecided");
    assertThat(Oracle.standard().within(1_000, 3).judge(played.scenario(), played.trace()).answer())
        .isEqualTo(Answer.UNDECIDED);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Played played = Played.once(OracleTest::twoShippedPorts);

    assertThat(played.judgedShowing("2a", "1b")).isEqualTo(played.judgedShowing("2a", "1b"));
  }
}
