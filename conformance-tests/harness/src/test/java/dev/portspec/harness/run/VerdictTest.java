package dev.portspec.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a check or an implementation does ends in the right verdict. */
class VerdictTest {
  @BeforeEach
  void reportsLieAside(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());
    System.clearProperty("portspec.implementation");
  }

  @Test
  void aRightImplementationPasses() {
    Sandbox.Outcome outcome = Sandbox.run(new ToyProvider(), SampleChecks.Right.class);

    assertThat(outcome.only().verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.only().clauses()).containsEntry("port.queue.fifo", Verdict.PASS);
    assertThat(outcome.summary().getTestsSucceededCount()).isEqualTo(1);
    assertThat(outcome.record().isGreen()).isTrue();
  }

  @Test
  void whatIsNotDeclaredIsNotHeldAgainstIt() {
    Sandbox.Outcome outcome = Sandbox.run(new ToyProvider(), SampleChecks.Demanding.class);

    assertThat(outcome.only().verdict()).isEqualTo(Verdict.NOT_CLAIMED);
    assertThat(outcome.only().message()).contains("transfer-ports");
    assertThat(outcome.only().clauses()).isEmpty();
    assertThat(outcome.summary().getTestsAbortedCount()).isEqualTo(1);
  }

  @Test
  void whatTheCheckDoesNotPredictIsADivergence() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Talkative.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("left over");
  }

  @Test
  void aCarrierThatNeverRanIsADivergence() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Idle.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("calls of carrier");
  }

  @Test
  void aCallAfterTheCountIsADivergence() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Hasty.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("calls of handler after they were counted");
  }

  @Test
  void anOutcomeThatDoesNotHoldPredictsNothing() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Undecided.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("what the check does not predict").contains("seen");
  }

  @Test
  void whatIsNoObjectIsNoOtherObject() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Blind.class).only();

    assertThat(result.outcome()).isEqualTo("port.queue.fifo: true: true");
  }

  @Test
  void aCheckWithoutAssertionIsOurMistake() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Empty.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
    assertThat(result.message()).contains("asserts nothing for: port.queue.fifo");
  }

  @Test
  void anAssertionThatSaysNoClauseIsOurMistake() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Vague.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
    assertThat(result.message()).contains("verifying");
  }

  @Test
  void aScriptAtFaultIsOurMistake() {
    CheckResult result = Sandbox.run(new ToyProvider(), SampleChecks.Faulty.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.HARNESS_ERROR);
    assertThat(result.message()).contains("no such name: ");
  }
}
