package dev.portspec.harness.run;

import static java.util.stream.Collectors.joining;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.JavaScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one check found, with everything that a report shows.
 *
 * @param check its id: simple class name, a dot, the method
 * @param listed the clauses that it is there for, the first one first
 * @param verdict what was seen, whether or not a deviation lists it
 * @param clauses the verdict of the assertions of each clause; a clause whose assertion did not run is not here
 * @param declared what the list of deviations says of it
 * @param outcome what was seen, in a few words that are the same each time; empty for a pass
 * @param message why, in full; empty for a pass
 * @param millis duration
 * @param steps the scripts, in order
 * @param trace what was seen, in order
 */
public record CheckResult(
    String check,
    List<String> listed,
    Verdict verdict,
    Map<String, Verdict> clauses,
    Declared declared,
    String outcome,
    String message,
    double millis,
    List<Step> steps,
    List<Observation> trace) {
  private static final int LINES_OF_A_DIVERGENCE = 3;

  /** What the list of deviations says. */
  public enum Declared {
    /** Nothing. */
    NO,
    /** This very outcome, at this version. */
    YES,
    /** Something else, at this version: the entry no longer holds. */
    STALE,
    /** This very outcome, at other versions only: it does not speak for this one. */
    OTHER_VERSION,
    /** Nothing like it, but it does not speak for this version. */
    NEW_VERSION
  }

  /**
   * One script and its answer.
   *
   * @param realm where it ran
   * @param script its actions
   * @param answer empty when it ended normally, otherwise what happened in words
   * @param settled whether everything had come to rest before it, and the check knew
   */
  public record Step(String realm, List<?> script, String answer, boolean settled) {
    /** A script before which nobody waited. */
    public Step(String realm, List<?> script, String answer) {
      this(realm, script, answer, false);
    }
  }

  /**
   * The scripts of a failure as one program in JavaScript, to paste into a console, with what was expected as its first
   * comment; empty of anything else.
   */
  public String reproduction() {
    boolean failed = verdict == Verdict.FAIL || verdict == Verdict.FLAKY;
    List<JavaScript.Task> tasks = steps.stream().map(step -> new JavaScript.Task(step.realm(), step.script())).toList();
    return failed && !tasks.isEmpty() ? told() + JavaScript.of(tasks) : "";
  }

  /** What failed first, what was expected and what was seen, as comments. */
  private String told() {
    return message.lines()
        .limit(LINES_OF_A_DIVERGENCE)
        .map(line -> "// " + line.replaceAll("[\\u2028\\u2029]", " ") + "\n")
        .collect(joining());
  }

  /** This result as one line of the journal. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("check", check);
    tree.put("listed", listed);
    tree.put("verdict", verdict.name());
    Map<String, Object> byClause = new LinkedHashMap<>();
    clauses.forEach((clause, seen) -> byClause.put(clause, seen.name()));
    tree.put("clauses", byClause);
    tree.put("declared", declared.name());
    tree.put("outcome", outcome);
    tree.put("message", message);
    tree.put("millis", millis);
    List<Object> written = new ArrayList<>();
    for (Step step : steps) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("realm", step.realm());
      entry.put("script", step.script());
      entry.put("answer", step.answer());
      if (step.settled()) {
        entry.put("settled", true);
      }
      written.add(entry);
    }
    tree.put("steps", written);
    List<Object> seen = new ArrayList<>();
    for (Observation observation : trace) {
      Map<String, Object> entry = new LinkedHashMap<>(observation.body());
      entry.put("agent", observation.agent());
      seen.add(entry);
    }
    tree.put("trace", seen);
    return tree;
  }

  /** Reads what {@link #toTree} wrote; the trace is read as lines of one log. */
  @SuppressWarnings("unchecked")
  public static CheckResult fromTree(Map<String, Object> tree) {
    Map<String, Verdict> byClause = new LinkedHashMap<>();
    ((Map<String, Object>) tree.get("clauses"))
        .forEach((clause, seen) -> byClause.put(clause, Verdict.valueOf((String) seen)));
    List<Step> steps = new ArrayList<>();
    for (Object entry : (List<Object>) tree.get("steps")) {
      Map<String, Object> step = (Map<String, Object>) entry;
      steps.add(
          new Step(
              (String) step.get("realm"),
              (List<?>) step.get("script"),
              (String) step.get("answer"),
              Boolean.TRUE.equals(step.get("settled"))));
    }
    List<Observation> trace = new ArrayList<>();
    for (Object entry : (List<Object>) tree.get("trace")) {
      Map<String, Object> line = new LinkedHashMap<>((Map<String, Object>) entry);
      trace.add(Observation.read((String) line.remove("agent"), line));
    }
    return new CheckResult(
        (String) tree.get("check"),
        (List<String>) tree.get("listed"),
        Verdict.valueOf((String) tree.get("verdict")),
        byClause,
        Declared.valueOf((String) tree.get("declared")),
        (String) tree.get("outcome"),
        (String) tree.get("message"),
        ((Number) tree.get("millis")).doubleValue(),
        steps,
        trace);
  }

  /** The same with another verdict of the list of deviations. */
  CheckResult declared(Declared declared) {
    return new CheckResult(check, listed, verdict, clauses, declared, outcome, message, millis, steps, trace);
  }

  /** The same with another duration, in milliseconds. */
  CheckResult lasting(double millis) {
    return new CheckResult(check, listed, verdict, clauses, declared, outcome, message, millis, steps, trace);
  }

  /** The same with other verdicts of the clauses. */
  CheckResult of(Map<String, Verdict> byClause) {
    return new CheckResult(
        check, listed, verdict, Map.copyOf(byClause), declared, outcome, message, millis, steps, trace);
  }

  /** The same with another verdict. */
  CheckResult as(Verdict verdict, String message) {
    return new CheckResult(check, listed, verdict, clauses, declared, outcome, message, millis, steps, trace);
  }

  /** The same with what was seen, in a few words. */
  CheckResult seen(String outcome) {
    return new CheckResult(check, listed, verdict, clauses, declared, outcome, message, millis, steps, trace);
  }
}
