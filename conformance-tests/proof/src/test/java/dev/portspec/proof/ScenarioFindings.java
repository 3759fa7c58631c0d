package dev.portspec.proof;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.harness.script.JavaScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a {@linkplain ScenarioSearch search} found: each way in which programs went wrong, once, with examples. */
final class ScenarioFindings {
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Finding> findings = new TreeMap<>();
  private final List<CheckResult> unjudged = new ArrayList<>();

  /** One way, by its outcome; of what was met while another was shrunk, no program counts. */
  private static final class Finding {
    private int programs;
    private @Nullable CheckResult met;
    private final Map<String, CheckResult> examples = new TreeMap<>();
  }

  /** Counts what a program showed; how many showed the same until now. */
  int add(CheckResult result) {
    verdicts.merge(result.verdict(), 1, Integer::sum);
    if (result.verdict() == Verdict.UNDECIDED || result.verdict() == Verdict.HARNESS_ERROR) {
      unjudged.add(result);
    }
    return result.verdict() == Verdict.FAIL ? ++finding(result).programs : 0;
  }

  private Finding finding(CheckResult result) {
    return findings.computeIfAbsent(result.outcome(), ignored -> new Finding());
  }

  /** Keeps an example; the shape tells it from others. */
  void example(String shape, CheckResult shrunk) {
    finding(shrunk).examples.put(shape, shrunk);
  }

  /** Keeps what else was met while something was shrunk. */
  void noteOther(CheckResult result) {
    if (result.verdict() == Verdict.FAIL && !findings.containsKey(result.outcome())) {
      finding(result).met = result;
    }
  }

  Map<Verdict, Integer> verdicts() {
    return verdicts;
  }

  /** The clauses that were broken. */
  Set<String> clauses() {
    Set<String> clauses = new TreeSet<>();
    findings.keySet().forEach(outcome -> clauses.add(clauseOf(outcome)));
    return clauses;
  }

  private static String clauseOf(String outcome) {
    return outcome.substring(0, outcome.indexOf(':'));
  }

  /** All of it as Markdown. */
  List<String> report(String head, Set<String> listed) {
    List<String> lines = new ArrayList<>(List.of(head));
    findings.forEach((outcome, finding) -> {
      String known = listed.contains(clauseOf(outcome)) ? "listed" : "not listed";
      lines.add("%n## %s%n%n%d programs; the clause is %s".formatted(outcome, finding.programs, known));
      finding.examples.forEach((shape, example) -> lines.add(text(shape, example)));
      if (finding.met != null && finding.examples.isEmpty()) {
        lines.add(text("met while another was shrunk", finding.met));
      }
    });
    unjudged.forEach(result -> lines.add(text(result.verdict().toString(), result)));
    return lines;
  }

  private static String text(String title, CheckResult result) {
    String program =
        JavaScript.of(result.steps().stream().map(step -> new JavaScript.Task(step.realm(), step.script())).toList());
    return "%n### %s%n%n```%n%s%n```%n%n```js%n%s```".formatted(title, result.message(), program);
  }
}
