package dev.portspec.reporting;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Subject;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.CheckResult.Declared;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Area;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run with every verdict and hostile strings, and a small book for it. */
public final class SampleRun {
  /** Would run a script wherever it is not escaped. */
  public static final String HOSTILE = "</script><img src=x onerror=\"alert(1)\">'\"`${7*7}&amp;\u2028\uD800\u001b[31m";

  private SampleRun() {}

  /** A book with a testable, an optional, an explaining, an untestable and an unchecked clause, which takes a worker. */
  public static ClauseBook book(Path folder) throws IOException {
    for (Area area : Area.values()) {
      String clauses =
          area == Area.PORT
              ? clause("must", "MUST", "", "observable: seen")
                  + clause("may", "MAY", "", "observable: seen")
                  + clause("note", "NOTE", "", "observable: seen")
                  + clause("hidden", "MUST", "", "untestable: nothing is seen of it")
                  + clause("unchecked", "MUST NOT", "workers, numbers", "observable: seen")
              : " []\n";
      Files.writeString(
          folder.resolve(area.file()),
          "area: " + area.id() + "\ntitle: Title of " + area.id() + "\nstandard: html\nclauses:" + clauses);
    }
    return ClauseBook.load(folder);
  }

  private static String clause(String name, String level, String requires, String last) {
    return "\n  - id: port.sample." + name + "\n    level: " + level + "\n    anchor: \"#" + name
        + "\"\n    requires: [" + requires + "]\n    text: The " + name + " clause.\n    " + last + "\n";
  }

  /** A run of these results; a filtered one where fewer were selected than there are. */
  public static RunRecord run(List<CheckResult> results, int total, String... problems) {
    Subject subject =
        new Subject("acme", "1.2", "AcmeProvider in acme.jar", Subject.Binding.JAVA, Set.of(Capability.of("numbers")));
    return new RunRecord(subject, "0.1.0", "508a037", 42, results.size(), total, results, 0, List.of(), List.of(problems));
  }

  /** One result for each verdict, and one for each thing that a list of deviations can say. */
  public static List<CheckResult> everyVerdict() {
    List<CheckResult> results = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      results.add(result("Sample" + verdict + "Test.holds", verdict, Declared.NO, "port.sample.must"));
    }
    results.add(result("ListedTest.fails", Verdict.FAIL, Declared.YES, "port.sample.must"));
    results.add(result("StaleTest.passesNow", Verdict.PASS, Declared.STALE, "port.sample.must"));
    return results;
  }

  /** A result whose strings are hostile, unless it passed. */
  public static CheckResult result(String check, Verdict verdict, Declared declared, String clause) {
    boolean quiet = verdict == Verdict.PASS;
    boolean ran = verdict != Verdict.NOT_CLAIMED && verdict != Verdict.INAPPLICABLE;
    List<Object> script =
        List.of(
            Map.of("do", "call", "of", Map.of("var", "port1"), "member", "postMessage", "args", List.of(HOSTILE)));
    return new CheckResult(
        check,
        List.of(clause),
        verdict,
        ran ? Map.of(clause, verdict) : Map.of(),
        declared,
        quiet ? "" : "outcome " + HOSTILE,
        quiet ? "" : "message " + HOSTILE + "\nsecond line",
        1.5,
        List.of(new CheckResult.Step("window", script, "")),
        List.of(Observation.read("window", Map.of("n", 1, "saw", HOSTILE, "value", HOSTILE))));
  }
}
