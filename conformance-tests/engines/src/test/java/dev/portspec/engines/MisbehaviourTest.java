package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.BackendException.Side;
import dev.portspec.harness.backend.BackendWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine that misbehaves costs a check, not the run; and the message says which side is at fault. */
@Tag("slow")
class MisbehaviourTest {
  private static final Duration ARRIVAL = Duration.ofSeconds(4);
  /** Where it is not the end of the wait that tells: to read a flood takes a busy machine a while. */
  private static final Duration PLENTY = Duration.ofMinutes(2);
  private static final AgentSource AGENT = AgentSource.load();

  @TempDir private Path work;

  @ParameterizedTest
  @CsvSource({
    "please die, it ended with exit code 3",
    "please send garbage, the agent sent what is no JSON",
    "please break the schema, the agent sent a message against the wire schema",
    "please answer another, it answered request 99 when 2 was due",
    "please flood the log, it floods the log: more than",
  })
  void costsOneCheck(String request, String words) {
    costsOneCheck(request, words, PLENTY);
  }

  @ParameterizedTest
  @CsvSource({"please hang, no answer in time (4000 ms)", "please flood, no answer in time"})
  void waitingEnds(String request, String words) {
    costsOneCheck(request, words, ARRIVAL);
  }

  private void costsOneCheck(String request, String words, Duration arrival) {
    try (WireBackend backend = new WireBackend(new FakeEngine.Launch("well"), AGENT, work, arrival)) {
      BackendWorld world = backend.openWorld();
      BackendException failure = failing(() -> world.run("window", asking(request)));

      assertThat(failure.side()).isEqualTo(Side.SUBJECT);
      assertThat(failure).hasMessageContaining(words).hasMessageContaining("last script: [{\"do\":\"throw\"");
      assertThat(failure).hasMessageContaining("the fake engine says well");
      assertThat(failing(world::turn)).hasMessage(failure.getMessage());
      world.close();

      assertThat(backend.openWorld().run("window", asking("nothing"))).isEqualTo(Answer.ENDED);
    }
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "never begins, HANGS, before worker1 had connected",
    "floods, HANGS, before worker1 had connected",
    "babbles, BABBLES, the agent sent what is no JSON",
    "hangs, HANGS, when worker1 was asked to turn",
  })
  void aWorkerCostsOneCheck(String behaviour, Failure how, String words) {
    try (WireBackend backend = new WireBackend(new FakeEngine.Launch("well"), AGENT, work, ARRIVAL)) {
      BackendWorld world = backend.openWorld();
      world.run("window", asking("please start a worker that " + behaviour));
      BackendException failure = failing(world::turn);

      assertThat(failure.failure()).isEqualTo(how);
      assertThat(failure).hasMessageContaining(words);
      world.close();

      assertThat(backend.openWorld().run("window", asking("nothing"))).isEqualTo(Answer.ENDED);
    }
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "dies at once, it ended with exit code 7",
    "wrong token, the first message is no hello with the token that was issued",
    "claims nonsense, its hello claims what is unknown: no capability named 'nonsense'",
  })
  void cannotBeginWrong(String behaviour, String words) {
    BackendException failure =
        failing(() -> new WireBackend(new FakeEngine.Launch(behaviour), AGENT, work, ARRIVAL).close());

    assertThat(failure.side()).isEqualTo(Side.SUBJECT);
    assertThat(failure).hasMessageContaining(words);
    assertNothingIsLeft();
  }

  @Test
  void oneThatNeverConnectsIsGivenUp() {
    BackendException failure =
        failing(() -> new WireBackend(new FakeEngine.Launch("never connects"), AGENT, work, Duration.ofMillis(500)).close());

    assertThat(failure).hasMessageContaining("before its agent had connected").hasMessageContaining("it must behave");
    assertNothingIsLeft();
  }

  @Test
  void restartsAreBounded() {
    try (WireBackend backend = new WireBackend(new FakeEngine.Launch("well"), AGENT, work, ARRIVAL, 2)) {
      for (int check = 0; check < 3; check++) {
        BackendWorld world = backend.openWorld();
        failing(() -> world.run("window", asking("please answer another")));
      }

      assertThat(failing(backend::openWorld)).hasMessageContaining("was started 3 times in this run; not again");
    }
  }

  @Test
  void whatItStartedEndsWithIt() {
    Set<Long> before = children();
    try (WireBackend backend = new WireBackend(new FakeEngine.Launch("well"), AGENT, work, ARRIVAL)) {
      backend.openWorld().run("window", asking("please start a child"));
      assertThat(children().size()).isGreaterThanOrEqualTo(before.size() + 2);
    }

    assertThat(children()).isSubsetOf(before);
  }

  private static Set<Long> children() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  private static void assertNothingIsLeft() {
    assertThat(children()).isEmpty();
  }

  private static List<?> asking(String request) {
    return Json5.list("{do: 'throw', value: '%s'}".formatted(request));
  }

  private static BackendException failing(ThrowingCallable step) {
    BackendException failure = catchThrowableOfType(BackendException.class, step);
    assertThat(failure).isNotNull();
    return failure;
  }
}
