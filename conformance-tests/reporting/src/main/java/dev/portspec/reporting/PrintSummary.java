package dev.portspec.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the end of {@code summary.txt}, for the last lines of a build. */
public final class PrintSummary {
  private PrintSummary() {}

  /**
   * Prints; it never fails a build, since the results of the tests decide.
   *
   * @param args the folder of all runs, and the name of the implementation
   */
  public static void main(String[] args) throws IOException {
    System.out.print(text(Path.of(args[0]), args[1]));
    System.out.flush();
  }

  static String text(Path runs, String implementation) throws IOException {
    for (String name : List.of(implementation, "none")) {
      Path summary = runs.resolve(name).resolve(PageReporter.SUMMARY_TEXT);
      if (Files.exists(summary)) {
        List<String> lines = Files.readAllLines(summary, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(lines.indexOf(SummaryText.RULE) + 1, lines.size())) + "\n";
      }
    }
    return "RED: the conformance run left no summary; the journal, if there is one, names the check that was running: "
        + runs.resolve(implementation).resolve("journal.jsonl")
        + "\n";
  }
}
