package dev.portspec.reporting;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Clause;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** {@code summary.txt}: a run as a terminal shows it. What stands below the rule is printed at the end of a build. */
final class SummaryText {
  /** Parts the overview from what is wrong and the last lines. */
  static final String RULE = "-".repeat(72);

  /** The verdict, how much it covers, and where the reports are. */
  static final int LAST_LINES = 4;

  private static final int MOST_LINES = 6;
  private static final int MOST_COLUMNS = 160;

  private final RunRecord run;
  private final Ledger ledger;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private SummaryText(RunRecord run, Ledger ledger, Words words) {
    this.run = run;
    this.ledger = ledger;
    this.words = words;
  }

  /** The last lines of such a text, for the end of a user's own build. */
  static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /**
   * The whole text.
   *
   * @param allure in a sentence, where Allure's page is or why there is none
   * @param start the page to start with
   */
  static String of(RunRecord run, Ledger ledger, Words words, String allure, Path start) {
    SummaryText text = new SummaryText(run, ledger, words);
    text.head();
    text.verdicts();
    text.coverage();
    text.line(RULE);
    text.problems();
    text.red();
    text.deviations();
    text.tail(allure, start);
    return text.out.toString();
  }

  private void head() {
    line("Portspec " + run.suite() + ", HTML Standard at " + run.source() + ", seed " + run.seed());
    line("Subject: " + run.subject().name() + " " + run.subject().version());
    line("  loaded from: " + run.subject().where());
    line("  claims: " + Words.names(run.subject().capabilities(), "the core only"));
    if (!run.unclaimed().isEmpty()) {
      line("  accepted without an error, and perhaps worth claiming: " + Words.names(run.unclaimed(), "none"));
    }
    line("Selected: " + Words.selection(run));
    line("");
  }

  private void verdicts() {
    line("Verdicts");
    for (Verdict verdict : Verdict.values()) {
      long number = SummaryJson.count(run.results(), verdict);
      if (number > 0) {
        line(String.format(Locale.ROOT, "  %5d %-13s %s", number, verdict, Words.meaning(verdict)));
      }
    }
    if (run.lateObservations() > 0) {
      line(String.format(Locale.ROOT, "  %5d observations came after their world was closed", run.lateObservations()));
    }
    line("");
  }

  private void coverage() {
    line("Clauses covered by an assertion that ran, of those that can be tested");
    for (Ledger.Section section : ledger.sections()) {
      if (section.covered() > 0 || section.testable() > 0) {
        coverage(section.covered(), section.testable(), section.title());
      }
    }
    coverage(ledger.covered(), ledger.testable(), "in all, of " + ledger.total() + " clauses");
  }

  private void coverage(long covered, long testable, String title) {
    line(String.format(Locale.ROOT, "  %5d of %3d  %s", covered, testable, title));
  }

  private void problems() {
    if (!run.problems().isEmpty()) {
      line("What is wrong with the run as a whole");
      run.problems().forEach(problem -> indented("  - ", problem));
      line("");
    }
  }

  private void red() {
    List<CheckResult> red = run.results().stream().filter(RunRecord::isRed).toList();
    if (red.isEmpty()) {
      return;
    }
    line("What makes the run red: " + Words.counted(red.size(), "check"));
    for (CheckResult result : red) {
      line("  " + result.check() + ": " + Words.verdict(result));
      Clause clause = words.clauseOf(result);
      if (clause != null) {
        line("    " + clause.id() + " (" + clause.level() + "): " + clause.text());
      }
      indented("    seen: ", result.message().isEmpty() ? result.outcome() : result.message());
      if (clause != null) {
        line("    " + clause.link());
      }
    }
    line("");
  }

  private void deviations() {
    outcomes("Not listed, at a version that the list of deviations does not speak for", Words::isNew);
    outcomes("Listed deviations, seen again", Words::isDeviation);
  }

  private void outcomes(String title, Predicate<CheckResult> which) {
    List<CheckResult> results = run.results().stream().filter(which).toList();
    if (!results.isEmpty()) {
      line(title + ": " + results.size());
      results.forEach(result -> indented("  " + result.check() + ": ", firstLine(result.outcome())));
      line("");
    }
  }

  private void tail(String allure, Path start) {
    String verdict = run.isGreen() ? "GREEN" : "RED";
    String subject = (run.subject().name() + " " + run.subject().version()).strip();
    line(verdict + ": " + subject + ": " + Words.counts(run));
    line("Clauses: " + ledger.covered() + " of " + ledger.testable() + " covered; checks: " + Words.selection(run));
    line("Allure: " + allure);
    line("Report: " + start);
  }

  /** A text that came from elsewhere: its first lines, cut to a width. */
  private void indented(String lead, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    String indent = " ".repeat(lead.length());
    for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
      line((i == 0 ? lead : indent) + cut(lines.get(i)));
    }
    if (lines.size() > MOST_LINES) {
      line(indent + "...");
    }
    if (lines.isEmpty()) {
      line(lead + "nothing said");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String cut(String line) {
    return line.length() <= MOST_COLUMNS ? line : line.substring(0, MOST_COLUMNS) + "...";
  }

  /** One line; whatever could move a terminal's cursor is shown as a question mark. */
  private void line(String line) {
    line.codePoints().map(c -> Character.isISOControl(c) && c != '\t' ? '?' : c).forEach(out::appendCodePoint);
    out.append('\n');
  }
}
