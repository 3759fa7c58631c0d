package dev.portspec.reporting;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Deviations;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One check as the overview shows it. */
record CheckView(
    CheckResult result,
    CheckLook face,
    boolean open,
    List<ClauseLine> clauses,
    List<Listed> listed,
    List<StepView> steps) {
  private static final int LONGEST_BRIEF = 160;

  /** A thousand messages are no reading; the journal has them. */
  private static final int MOST_ROWS = 200;

  /** A clause of it; the link is empty where the book has no such clause. */
  record ClauseLine(String id, String level, String verdict, String text, String link) {}

  /** A script of it. */
  record StepView(int number, String realm, String script, String answer) {}

  /** What an engine's list of deviations says of it; the link is empty where no report is known. */
  record Listed(String engine, String versions, String outcome, String step, String link) {}

  static CheckView of(CheckResult result, Words words, Map<String, Deviations> lists, boolean open) {
    List<ClauseLine> clauses = new ArrayList<>();
    for (String id : words.clausesOf(result)) {
      Clause clause = words.clause(id);
      Verdict verdict = result.clauses().get(id);
      String said = verdict != null ? verdict.name() : "its assertion did not run";
      clauses.add(
          clause == null
              ? new ClauseLine(id, "", said, "no such clause in the book", "")
              : new ClauseLine(id, clause.level().label(), said, clause.text(), clause.link()));
    }
    List<StepView> steps = new ArrayList<>();
    for (CheckResult.Step step : result.steps()) {
      steps.add(new StepView(steps.size() + 1, step.realm(), ScriptText.of(step.script()), step.answer()));
    }
    return new CheckView(result, CheckLook.of(result), open, clauses, listed(result, lists), steps);
  }

  /** Who else fails, or was listed to: a pass needs no such company. */
  private static List<Listed> listed(CheckResult result, Map<String, Deviations> lists) {
    List<Listed> listed = new ArrayList<>();
    if (result.verdict() != Verdict.FAIL && result.declared() != CheckResult.Declared.STALE) {
      return listed;
    }
    lists.forEach((engine, list) -> list.of(result.check()).forEach(entry -> listed.add(
        new Listed(
            engine,
            String.join(", ", entry.versions()),
            entry.outcome(),
            entry.step(),
            entry.link() == null ? "" : entry.link()))));
    return listed;
  }

  /** What stands beside the check's name: what was seen, where that says more than the clause alone. */
  String brief() {
    String outcome = result.outcome();
    if (outcome.isEmpty()) {
      return clauses.isEmpty() ? "" : clauses.get(0).id();
    }
    return outcome.length() <= LONGEST_BRIEF ? outcome : outcome.substring(0, LONGEST_BRIEF) + "…";
  }

  String millis() {
    return String.format(Locale.ROOT, "%.1f ms", result.millis());
  }

  /** What the list of deviations has to do with it; empty where nothing. */
  String remark() {
    return result.declared() == CheckResult.Declared.NO ? "" : Words.verdict(result);
  }

  List<TraceRow> trace() {
    return result.trace().stream().limit(MOST_ROWS).map(TraceRow::of).toList();
  }

  /** How many observations are not shown. */
  int moreRows() {
    return Math.max(0, result.trace().size() - MOST_ROWS);
  }
}
