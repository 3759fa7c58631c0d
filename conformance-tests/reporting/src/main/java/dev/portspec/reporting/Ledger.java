package dev.portspec.reporting;

import static java.util.stream.Collectors.joining;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Area;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spec.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clause by clause, what ran and what it found; computed from the results of a run and nothing else.
 *
 * @param sections in the order of the book
 */
record Ledger(List<Section> sections) {
  /**
   * One section of the standard.
   *
   * @param title as the book has it
   */
  record Section(Area area, String title, List<Row> rows) {
    long testable() {
      return rows.stream().filter(row -> row.clause().isTestable()).count();
    }

    long covered() {
      return rows.stream().filter(Row::isCovered).count();
    }
  }

  /**
   * One clause.
   *
   * @param entries the checks that are there for it, or that asserted it
   */
  record Row(Clause clause, List<Entry> entries) {
    /**
     * Whether an assertion of it ran and decided something: only then it counts. A pass says nothing about what is
     * only permitted, or only explained.
     */
    boolean isCovered() {
      return clause.isTestable() && entries.stream().anyMatch(entry -> entry.decides(isOptional()));
    }

    private boolean isOptional() {
      return clause.level() == Level.MAY || clause.level() == Level.NOTE;
    }

    /** Why a testable clause is not covered; empty where it is, and of the others the book says why. */
    String reason() {
      if (!clause.isTestable() || isCovered()) {
        return "";
      }
      if (entries.isEmpty()) {
        return clause.secondRealm().isEmpty()
            ? "nobody has written a check of it"
            : "it takes another realm (%s), and no check of it makes one"
                .formatted(Words.names(clause.secondRealm(), ""));
      }
      if (isOptional() && verdict() == Verdict.PASS) {
        return "a pass says nothing of what is only permitted, or only explained";
      }
      String skipped = entries.stream().filter(Entry::isSkipped).map(entry -> entry.result().message()).distinct()
          .sorted().collect(joining("; "));
      return skipped.isEmpty() ? "no assertion of it came to a decision" : skipped;
    }

    /** The gravest verdict of its assertions; null where none ran. */
    @Nullable Verdict verdict() {
      Verdict gravest = null;
      for (Entry entry : entries) {
        Verdict verdict = entry.verdict();
        if (verdict != null && (gravest == null || GRAVITY.indexOf(verdict) < GRAVITY.indexOf(gravest))) {
          gravest = verdict;
        }
      }
      return gravest;
    }
  }

  /**
   * What one check found out about one clause.
   *
   * @param verdict null where its assertion did not run
   */
  record Entry(CheckResult result, @Nullable Verdict verdict) {
    private boolean isSkipped() {
      return verdict == Verdict.NOT_CLAIMED || verdict == Verdict.INAPPLICABLE;
    }

    private boolean decides(boolean optional) {
      return verdict == Verdict.FAIL || verdict == Verdict.CONTESTED || verdict == Verdict.PASS && !optional;
    }
  }

  private static final List<Verdict> GRAVITY =
      List.of(
          Verdict.FAIL,
          Verdict.HARNESS_ERROR,
          Verdict.FLAKY,
          Verdict.UNDECIDED,
          Verdict.CONTESTED,
          Verdict.PASS,
          Verdict.NOT_CLAIMED,
          Verdict.INAPPLICABLE);

  static Ledger of(RunRecord run, ClauseBook book) {
    Map<String, List<Entry>> byClause = new LinkedHashMap<>();
    for (CheckResult result : run.results()) {
      Map<String, @Nullable Verdict> asserted = new LinkedHashMap<>();
      boolean ran = result.verdict() != Verdict.NOT_CLAIMED && result.verdict() != Verdict.INAPPLICABLE;
      result.listed().forEach(clause -> asserted.put(clause, ran ? null : result.verdict()));
      asserted.putAll(result.clauses());
      asserted.forEach(
          (clause, verdict) ->
              byClause.computeIfAbsent(clause, id -> new ArrayList<>()).add(new Entry(result, verdict)));
    }
    List<Section> sections = new ArrayList<>();
    for (Area area : Area.values()) {
      List<Row> rows = new ArrayList<>();
      for (Clause clause : book.clauses(area)) {
        rows.add(new Row(clause, byClause.getOrDefault(clause.id(), List.of())));
      }
      sections.add(new Section(area, book.title(area), rows));
    }
    return new Ledger(sections);
  }

  long total() {
    return sections.stream().mapToLong(section -> section.rows().size()).sum();
  }

  long testable() {
    return sections.stream().mapToLong(Section::testable).sum();
  }

  long covered() {
    return sections.stream().mapToLong(Section::covered).sum();
  }

  /** The testable clauses that are not covered, in the order of the book, and why. */
  Map<String, String> uncovered() {
    Map<String, String> reasons = new LinkedHashMap<>();
    sections.stream()
        .flatMap(section -> section.rows().stream())
        .filter(row -> !row.reason().isEmpty())
        .forEach(row -> reasons.put(row.clause().id(), row.reason()));
    return reasons;
  }
}
