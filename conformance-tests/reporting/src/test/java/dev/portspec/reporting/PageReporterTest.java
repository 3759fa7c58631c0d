package dev.portspec.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.CheckResult.Declared;
import dev.portspec.harness.run.Deviations;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.RunReporter;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.ClauseBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReporterTest {
  @TempDir Path books;
  @TempDir Path folder;

  @BeforeEach
  void writeBook() throws IOException {
    SampleRun.book(books);
  }

  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(RunReporter.class)).hasAtLeastOneElementOfType(PageReporter.class);
  }

  @Test
  void hostileStringsAreEscapedOnEveryPage() throws IOException {
    report(SampleRun.run(SampleRun.everyVerdict(), 10, SampleRun.HOSTILE));

    for (String page : List.of("index.html", "ledger.html")) {
      assertThat(read(page)).doesNotContain("<img");
    }
    assertThat(read("index.html")).contains("&lt;/script&gt;&lt;img src=x onerror=").containsOnlyOnce("</script>");
    assertThat(read("summary.txt")).doesNotContain("\u001b");
  }

  @Test
  void everyVerdictIsOnThePageInWords() throws IOException {
    report(SampleRun.run(SampleRun.everyVerdict(), 10));

    assertThat(read("index.html"))
        .contains("pass</span>", "fail</span>", "not claimed</span>", "inapplicable</span>", "contested</span>")
        .contains("undecided</span>", "flaky</span>", "harness error</span>", "deviation</span>");
  }

  @Test
  void redResultsComeFirstAndAreOpen() throws IOException {
    report(
        SampleRun.run(
            List.of(
                SampleRun.result("GreenTest.passes", Verdict.PASS, Declared.NO, "port.sample.must"),
                SampleRun.result("RedTest.fails", Verdict.FAIL, Declared.NO, "port.sample.must")),
            2));

    String page = read("index.html");
    assertThat(page.indexOf("id=\"RedTest.fails\"")).isBetween(0, page.indexOf("id=\"GreenTest.passes\""));
    assertThat(page).contains("id=\"RedTest.fails\" open ");
    assertThat(page).doesNotContain("id=\"GreenTest.passes\" open");
  }

  @Test
  void aFilteredRunSaysHowManyAndWritesNoLedger() throws IOException {
    report(SampleRun.run(SampleRun.everyVerdict(), 99));

    assertThat(folder.resolve("ledger.html")).doesNotExist();
    assertThat(read("summary.txt")).contains("10 of 99 checks");
    assertThat(read("index.html")).contains("10 of 99 checks").doesNotContain("ledger.html");
  }

  @Test
  void aProblemIsRedWhateverTheResults() throws IOException {
    List<CheckResult> passes =
        List.of(SampleRun.result("GreenTest.passes", Verdict.PASS, Declared.NO, "port.sample.must"));

    report(SampleRun.run(passes, 1, "a selected check did not run: LostTest.never"));

    assertThat(read("summary.txt")).contains("LostTest.never").contains("\nRED: acme 1.2: 1 PASS\n");
    assertThat(read("index.html")).contains("LostTest.never").contains("✗ RED");
  }

  @Test
  void aRunWithoutResultsIsRed() throws IOException {
    report(SampleRun.run(List.of(), 0));

    assertThat(read("summary.txt")).contains("RED: acme 1.2: nothing ran");
  }

  @Test
  void theLedgerShowsWhatIsUncheckedAndWhatIsUntestable() throws IOException {
    report(
        SampleRun.run(
            List.of(SampleRun.result("GreenTest.passes", Verdict.PASS, Declared.NO, "port.sample.must")), 1));

    assertThat(read("ledger.html"))
        .contains("index.html#GreenTest.passes", "port.sample.unchecked", "no check", "it takes another realm (workers)",
            "nothing is seen of it");
  }

  @Test
  void aRedResultNamesClauseTextSightAndLink() throws IOException {
    report(
        SampleRun.run(List.of(SampleRun.result("RedTest.fails", Verdict.FAIL, Declared.NO, "port.sample.must")), 1));

    assertThat(read("summary.txt"))
        .contains("  RedTest.fails: FAIL\n    port.sample.must (MUST): The must clause.\n    seen: message ")
        .contains("    https://html.spec.whatwg.org/commit-snapshots/");
  }

  @Test
  void aFailureNamesTheEnginesThatFailAsWellAndAPassDoesNot() throws IOException {
    report(SampleRun.run(List.of(SampleRun.result("RedTest.fails", Verdict.FAIL, Declared.NO, "port.sample.must")), 1));

    assertThat(read("index.html"))
        .contains("<strong>other 7.*</strong>: port.sample.must: nothing", "href=\"https://example.org/7\"")
        .contains("the step that &lt;img src=x");

    report(SampleRun.run(List.of(SampleRun.result("RedTest.fails", Verdict.PASS, Declared.NO, "port.sample.must")), 1));

    assertThat(read("index.html")).doesNotContain("other 7.*");
  }

  @Test
  void theTerminalGetsWhatStandsBelowTheRule() throws IOException {
    report(SampleRun.run(SampleRun.everyVerdict(), 10), folder.resolve("acme"));

    String printed = PrintSummary.text(folder, "acme");

    assertThat(printed).doesNotContain(SummaryText.RULE).contains("What makes the run red");
    assertThat(printed.lines().toList()).last().asString().startsWith("Report: ").endsWith("index.html");
  }

  @Test
  void aLongTextIsPrintedWithoutItsMiddle() throws IOException {
    List<CheckResult> many =
        IntStream.range(0, 50)
            .mapToObj(i -> SampleRun.result("Red" + i + "Test.fails", Verdict.FAIL, Declared.NO, "port.sample.must"))
            .toList();
    report(SampleRun.run(many, 50), folder.resolve("acme"));

    List<String> printed = PrintSummary.text(folder, "acme").lines().toList();

    assertThat(printed).hasSizeLessThan(60).anyMatch(line -> line.contains("lines more: "));
    assertThat(printed.get(printed.size() - 4)).isEqualTo("RED: acme 1.2: 50 FAIL");
  }

  @Test
  void aRunThatLeftNothingIsSaidToBeRed() throws IOException {
    assertThat(PrintSummary.text(folder, "acme")).startsWith("RED: ").contains("journal.jsonl");
  }

  @Test
  @SuppressWarnings("unchecked")
  void summaryJsonHasItsStableShape() throws IOException {
    report(SampleRun.run(SampleRun.everyVerdict(), 10, "a problem"));

    Map<String, Object> summary = (Map<String, Object>) Json.read(read("summary.json"));
    assertThat(summary)
        .containsEntry("implementation", "acme")
        .containsEntry("version", "1.2")
        .containsEntry("suite", "0.1.0")
        .containsEntry("source", "508a037")
        .containsEntry("seed", 42)
        .containsEntry("capabilities", List.of("numbers"))
        .containsEntry("selected", 10)
        .containsEntry("lateObservations", 0)
        .containsEntry("problems", List.of("a problem"))
        .containsEntry("clauses", Map.of("total", 5, "testable", 4, "covered", 1));
    assertThat((Map<String, Object>) summary.get("uncovered"))
        .containsOnlyKeys("port.sample.may", "port.sample.note", "port.sample.unchecked");
    Map<String, Object> checks = (Map<String, Object>) summary.get("checks");
    assertThat(checks).containsEntry("total", 10).containsEntry("PASS", 2).containsEntry("FAIL", 2);
    assertThat(checks.keySet()).contains("NOT_CLAIMED", "INAPPLICABLE", "CONTESTED", "UNDECIDED", "FLAKY");
    assertThat((List<Map<String, Object>>) summary.get("results"))
        .hasSize(10)
        .allSatisfy(
            result ->
                assertThat(result)
                    .containsOnlyKeys("check", "verdict", "clauses", "declared", "outcome", "millis", "message"));
  }

  private void report(RunRecord run) throws IOException {
    report(run, folder);
  }

  private void report(RunRecord run, Path to) throws IOException {
    PageReporter.report(run, to, ClauseBook.load(books), Map.of("other", Deviations.load("deviations/other.yaml")));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
