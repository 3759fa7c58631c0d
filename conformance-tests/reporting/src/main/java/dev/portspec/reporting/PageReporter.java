package dev.portspec.reporting;

import dev.portspec.harness.run.Deviations;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.RunReporter;
import dev.portspec.reporting.allure.AllureReport;
import dev.portspec.spec.ClauseBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes everything that people and scripts read of a run: {@code summary.json}, Allure's results and page, the pages
 * {@code index.html} and {@code ledger.html}, and {@code summary.txt}.
 */
public final class PageReporter implements RunReporter {
  static final String SUMMARY_TEXT = "summary.txt";

  /** For {@link java.util.ServiceLoader}. */
  public PageReporter() {}

  @Override
  public void report(RunRecord run, Path folder) {
    System.out.println(SummaryText.lastLines(report(run, folder, ClauseBook.load(), lists())));
  }

  /** The same with another book and other lists of deviations; the text of the summary. */
  static String report(RunRecord run, Path folder, ClauseBook book, Map<String, Deviations> lists) {
    Ledger ledger = Ledger.of(run, book);
    Words words = new Words(book);
    write(folder.resolve("summary.json"), SummaryJson.of(run, ledger));
    AllureReport allure = allure(run, folder, book);
    Page page = new Page(run, ledger, words, lists, allure.note(), allure.hasPage());
    Path start = folder.resolve("index.html");
    write(start, page.renderIndex());
    if (run.isWhole()) {
      write(folder.resolve("ledger.html"), page.renderLedger());
    }
    String summary = SummaryText.of(run, ledger, words, allure.note(), start.toAbsolutePath());
    write(folder.resolve(SUMMARY_TEXT), summary);
    return summary;
  }

  /** A list that cannot be read costs a report what it says of other engines, and nothing else. */
  private static Map<String, Deviations> lists() {
    try {
      return Deviations.ofEveryEngine();
    } catch (IllegalStateException e) {
      System.err.println("The report does not say what other engines do: " + e.getMessage());
      return Map.of();
    }
  }

  /** Whatever goes wrong with Allure, the other reports are written and say so. */
  private static AllureReport allure(RunRecord run, Path folder, ClauseBook book) {
    try {
      return AllureReport.write(run, folder, book);
    } catch (RuntimeException e) {
      return new AllureReport("NO RESULTS, " + e, false);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8)); // a lone surrogate becomes '?', and is no reason to fail
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a report: " + file, e);
    }
  }
}
