package dev.portspec.reporting;

import static java.util.stream.Collectors.joining;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every report says in the same words, and the order in which it says it. */
final class Words {
  private final Map<String, Clause> clauses = new LinkedHashMap<>();

  Words(ClauseBook book) {
    for (Clause clause : book.clauses()) {
      clauses.put(clause.id(), clause);
    }
  }

  /** The clause; null where the book has none of this id. */
  @Nullable Clause clause(String id) {
    return clauses.get(id);
  }

  /** The clauses that a result is about: first those that failed, then the rest of what it lists or asserted. */
  List<String> clausesOf(CheckResult result) {
    List<String> ids = new ArrayList<>();
    result.clauses().forEach((clause, verdict) -> ids.addAll(verdict == Verdict.FAIL ? List.of(clause) : List.of()));
    ids.addAll(result.listed());
    ids.addAll(result.clauses().keySet());
    return ids.stream().distinct().toList();
  }

  /** The clause that a result is first of all about; null where the book has none. */
  @Nullable Clause clauseOf(CheckResult result) {
    return clausesOf(result).stream().map(clauses::get).filter(clause -> clause != null).findFirst().orElse(null);
  }

  /** The verdict, with what the list of deviations says of it. */
  static String verdict(CheckResult result) {
    String verdict = result.verdict().name();
    return switch (result.declared()) {
      case NO -> verdict;
      case YES -> verdict + ", a listed deviation";
      case STALE -> verdict + ", but the list of deviations says otherwise";
      case OTHER_VERSION -> verdict + ", listed as a deviation at another version";
      case NEW_VERSION -> verdict + ", not listed, at a version that the list does not speak for";
    };
  }

  /** What a verdict means, in a sentence. */
  static String meaning(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "what the clause asks was seen";
      case FAIL -> "a divergence from the clause";
      case NOT_CLAIMED -> "a capability that the check needs was not declared";
      case INAPPLICABLE -> "the binding has no such thing";
      case CONTESTED -> "the text leaves several outcomes open; the one seen is named";
      case UNDECIDED -> "the search for a legal explanation ran out of its budget";
      case FLAKY -> "failed in the run and passed alone";
      case HARNESS_ERROR -> "our fault or the machine's, not the implementation's";
    };
  }

  /**
   * Red results first, then listed deviations, then what is open, then passes and what was not judged; within these in
   * the order of the clause book, so that what others rest on comes first.
   */
  List<CheckResult> inOrder(List<CheckResult> results) {
    List<String> book = List.copyOf(clauses.keySet());
    Map<String, Integer> places = new HashMap<>();
    book.forEach(clause -> places.put(clause, places.size()));
    return results.stream()
        .sorted(
            Comparator.comparingInt(Words::rank)
                .thenComparingInt(result -> places.getOrDefault(result.listed().get(0), book.size())))
        .toList();
  }

  private static int rank(CheckResult result) {
    if (RunRecord.isRed(result)) {
      return 0;
    }
    return switch (result.verdict()) {
      case FAIL -> 1;
      case CONTESTED, UNDECIDED -> 2;
      case NOT_CLAIMED, INAPPLICABLE -> 4;
      default -> 3;
    };
  }

  /** A failure that the list of deviations names, at this version or at another one: the run stays green. */
  static boolean isDeviation(CheckResult result) {
    return result.verdict() == Verdict.FAIL && !RunRecord.isRed(result) && !isNew(result);
  }

  /** A failure that no list knows, at a version that none speaks for: the run stays green, and says so. */
  static boolean isNew(CheckResult result) {
    return result.verdict() == Verdict.FAIL && result.declared() == CheckResult.Declared.NEW_VERSION;
  }

  /** Capabilities by name, or what to say where there are none. */
  static String names(Collection<Capability> capabilities, String none) {
    return capabilities.isEmpty() ? none : capabilities.stream().map(Capability::id).sorted().collect(joining(", "));
  }

  /** {@code 3 checks}, {@code 1 check}. */
  static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The verdicts that occurred, with their numbers, and how many failures are listed as deviations. */
  static String counts(RunRecord run) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long number = SummaryJson.count(run.results(), verdict);
      if (number > 0) {
        parts.add(number + " " + verdict + (verdict == Verdict.FAIL ? ofFailures(run) : ""));
      }
    }
    return parts.isEmpty() ? "nothing ran" : String.join(", ", parts);
  }

  private static String ofFailures(RunRecord run) {
    long listed = run.results().stream().filter(Words::isDeviation).count();
    long fresh = run.results().stream().filter(Words::isNew).count();
    String both = listed > 0 && fresh > 0 ? ", " : "";
    return listed + fresh == 0 ? "" : " ("
        + (listed > 0 ? listed + " listed as deviations" : "") + both
        + (fresh > 0 ? fresh + " not listed, at a version that the list does not speak for" : "") + ")";
  }

  /** How much of the catalogue was to run. */
  static String selection(RunRecord run) {
    return run.isWhole()
        ? "all " + counted(run.total(), "check")
        : run.selected() + " of " + counted(run.total(), "check") + ", a filtered run: no ledger";
  }
}
