package dev.portspec.reporting.allure;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.reporting.ScriptText;
import dev.portspec.reporting.TraceTable;
import dev.portspec.spec.ClauseBook;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Allure's results and page of one run, in {@code allure-results} and {@code allure/index.html}.
 *
 * @param note in a sentence, where the page is or why there is none
 * @param hasPage whether there is a page
 */
public record AllureReport(String note, boolean hasPage) {
  /** What the results' folder is called. */
  static final String RESULTS = "allure-results";

  /** Writes both; a page that cannot be made is said in the note and is not an error of the run. */
  public static AllureReport write(RunRecord run, Path folder, ClauseBook book) {
    Path results = folder.resolve(RESULTS);
    try {
      Folders.delete(results);
      Files.createDirectories(results);
      writeResults(run, results, book);
      AllureFiles.write(run, results);
      Folders.deleteRawResults();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write Allure's results: " + results, e);
    }
    return AllurePage.make(results, folder.resolve("allure"));
  }

  private static void writeResults(RunRecord run, Path results, ClauseBook book) {
    Map<String, List<TestResult>> seen = AllureCollector.take();
    FileSystemResultsWriter writer = new FileSystemResultsWriter(results);
    AllureMapping mapping = new AllureMapping(run.subject(), book);
    for (CheckResult check : run.results()) {
      for (TestResult result : seen.getOrDefault(check.check(), List.of(mapping.unseen(check)))) {
        mapping.apply(check, result);
        result.setAttachments(attachments(check, result, writer));
        writer.write(result);
      }
    }
  }

  private static List<Attachment> attachments(CheckResult check, TestResult result, FileSystemResultsWriter writer) {
    StringBuilder scripts = new StringBuilder();
    for (CheckResult.Step step : check.steps()) {
      scripts.append("// ").append(step.realm()).append('\n').append(ScriptText.of(step.script())).append("\n\n");
    }
    List<Attachment> attachments = new ArrayList<>();
    if (!scripts.isEmpty()) {
      attachments.add(attach(writer, "scripts", "text/plain", result.getUuid() + "-scripts.txt", scripts.toString()));
    }
    if (!check.trace().isEmpty()) {
      String table = TraceTable.of(check.trace());
      attachments.add(attach(writer, "trace", "text/tab-separated-values", result.getUuid() + "-trace.tsv", table));
    }
    return attachments;
  }

  private static Attachment attach(FileSystemResultsWriter writer, String name, String type, String file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writer.write(file, new ByteArrayInputStream(bytes));
    return new Attachment().setName(name).setType(type).setSource(file);
  }
}
