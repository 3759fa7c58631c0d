package dev.portspec.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the end of {@code summary.txt}, for the last lines of a build. */
public final class PrintSummary {
  private static final int MOST_LINES = 48;

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
        return String.join("\n", shortened(lines.subList(lines.indexOf(SummaryText.RULE) + 1, lines.size()), summary))
            + "\n";
      }
    }
    return "RED: the conformance run left no summary; the journal, if there is one, names the check that was running: "
        + runs.resolve(implementation).resolve("journal.jsonl")
        + "\n";
  }

  /** A long text without its middle: the last lines are to be seen. */
  private static List<String> shortened(List<String> lines, Path summary) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES - SummaryText.LAST_LINES));
    shown.add("... and " + (lines.size() - MOST_LINES) + " lines more: " + summary);
    shown.add("");
    shown.addAll(lines.subList(lines.size() - SummaryText.LAST_LINES, lines.size()));
    return shown;
  }
}
