package dev.portspec.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.CheckResult.Declared;
import dev.portspec.harness.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  @TempDir Path books;

  @ParameterizedTest
  @CsvSource({
    "must, PASS, 1",
    "must, FAIL, 1",
    "must, CONTESTED, 1",
    "must, UNDECIDED, 0",
    "must, FLAKY, 0",
    "must, HARNESS_ERROR, 0",
    "must, NOT_CLAIMED, 0",
    "must, INAPPLICABLE, 0",
    "may, PASS, 0",
    "note, PASS, 0",
    "may, CONTESTED, 1",
    "hidden, PASS, 0"
  })
  void aClauseIsCoveredWhenAnAssertionOfItDecided(String clause, Verdict verdict, long covered) throws IOException {
    assertThat(ledger("port.sample." + clause, verdict).covered()).isEqualTo(covered);
  }

  @Test
  void aListedClauseWhoseAssertionDidNotRunIsNotCovered() throws IOException {
    var result = SampleRun.result("SomeTest.passes", Verdict.PASS, Declared.NO, "port.sample.must");
    var silent =
        new CheckResult(
            "SomeTest.passes",
            List.of("port.sample.unchecked"),
            Verdict.PASS,
            result.clauses(),
            Declared.NO,
            "",
            "",
            1,
            List.of(),
            List.of());

    Ledger ledger = Ledger.of(SampleRun.run(List.of(silent), 1), SampleRun.book(books));

    Ledger.Row row = row(ledger, "port.sample.unchecked");
    assertThat(row.isCovered()).isFalse();
    assertThat(row.verdict()).isNull();
    assertThat(row.entries()).hasSize(1);
    assertThat(row(ledger, "port.sample.must").isCovered()).isTrue();
  }

  @Test
  void theGravestVerdictOfAClauseIsShown() throws IOException {
    Ledger ledger = Ledger.of(SampleRun.run(SampleRun.everyVerdict(), 10), SampleRun.book(books));

    assertThat(row(ledger, "port.sample.must").verdict()).isEqualTo(Verdict.FAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "must, PASS, ''",
    "must, NOT_CLAIMED, message",
    "must, INAPPLICABLE, message",
    "must, UNDECIDED, no assertion of it came to a decision",
    "may, PASS, 'a pass says nothing of what is only permitted, or only explained'",
    "hidden, PASS, ''"
  })
  void aTestableClauseThatIsNotCoveredHasAReason(String clause, Verdict verdict, String reason) throws IOException {
    assertThat(row(ledger("port.sample." + clause, verdict), "port.sample." + clause).reason()).startsWith(reason)
        .matches(text -> text.isEmpty() == reason.isEmpty());
  }

  @Test
  void anEmptyRowSaysWhatItTakes() throws IOException {
    Ledger ledger = ledger("port.sample.may", Verdict.CONTESTED);

    assertThat(ledger.uncovered())
        .containsEntry("port.sample.must", "nobody has written a check of it")
        .containsEntry("port.sample.unchecked",
            "it takes another realm (workers), and no check of it makes one")
        .doesNotContainKeys("port.sample.may", "port.sample.hidden");
  }

  private Ledger ledger(String clause, Verdict verdict) throws IOException {
    var result = SampleRun.result("SomeTest.method", verdict, Declared.NO, clause);
    return Ledger.of(SampleRun.run(List.of(result), 1), SampleRun.book(books));
  }

  private static Ledger.Row row(Ledger ledger, String id) {
    return ledger.sections().stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> row.clause().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
