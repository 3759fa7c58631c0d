package dev.portspec.reporting;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spi.Capability;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code summary.json}: a run for scripts. Its keys are stable; others may be added. */
final class SummaryJson {
  private SummaryJson() {}

  /** The whole text; each result on a line of its own. */
  static String of(RunRecord run, Ledger ledger) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("implementation", run.subject().name());
    head.put("version", run.subject().version());
    head.put("where", run.subject().where());
    head.put("suite", run.suite());
    head.put("source", run.source());
    head.put("seed", run.seed());
    head.put("capabilities", run.subject().capabilities().stream().map(Capability::id).sorted().toList());
    head.put("unclaimed", run.unclaimed().stream().map(Capability::id).sorted().toList());
    head.put("green", run.isGreen());
    head.put("selected", run.selected());
    head.put("catalogue", run.total());
    head.put("lateObservations", run.lateObservations());
    head.put("problems", run.problems());
    head.put("checks", checks(run));
    head.put("clauses", clauses(ledger));
    head.put("uncovered", run.isWhole() ? ledger.uncovered() : Map.of());
    StringBuilder out = new StringBuilder("{\n");
    head.forEach((key, value) -> out.append(pair(key, value)).append(",\n"));
    out.append("\"results\": [");
    for (Iterator<CheckResult> results = run.results().iterator(); results.hasNext(); ) {
      out.append('\n').append(Json.write(result(results.next()))).append(results.hasNext() ? "," : "\n");
    }
    return out.append("]\n}\n").toString();
  }

  private static String pair(String key, Object value) {
    return Json.write(key) + ": " + Json.write(value);
  }

  private static Map<String, Object> checks(RunRecord run) {
    Map<String, Object> checks = new LinkedHashMap<>();
    checks.put("total", run.results().size());
    for (Verdict verdict : Verdict.values()) {
      checks.put(verdict.name(), count(run.results(), verdict));
    }
    return checks;
  }

  private static Map<String, Object> clauses(Ledger ledger) {
    Map<String, Object> clauses = new LinkedHashMap<>();
    clauses.put("total", ledger.total());
    clauses.put("testable", ledger.testable());
    clauses.put("covered", ledger.covered());
    return clauses;
  }

  private static Map<String, Object> result(CheckResult result) {
    Map<String, Object> clauses = new LinkedHashMap<>();
    result.clauses().forEach((clause, verdict) -> clauses.put(clause, verdict.name()));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("check", result.check());
    tree.put("verdict", result.verdict().name());
    tree.put("clauses", clauses);
    tree.put("declared", result.declared().name());
    tree.put("outcome", result.outcome());
    tree.put("millis", Math.round(result.millis() * 1000) / 1000.0);
    tree.put("message", result.message());
    return tree;
  }

  static long count(List<CheckResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
