package dev.portspec.reporting;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a verdict looks on a page: a symbol, a word, and a colour that only repeats them.
 *
 * @param look {@code good}, {@code bad}, {@code open} or {@code dim}
 */
record CheckLook(String symbol, String label, String look) {
  static CheckLook of(Verdict verdict) {
    String label = verdict.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return switch (verdict) {
      case PASS -> new CheckLook("✓", label, "good");
      case FAIL -> new CheckLook("✗", label, "bad");
      case NOT_CLAIMED -> new CheckLook("–", label, "dim");
      case INAPPLICABLE -> new CheckLook("∅", label, "dim");
      case CONTESTED -> new CheckLook("≈", label, "open");
      case UNDECIDED -> new CheckLook("?", label, "open");
      case FLAKY -> new CheckLook("~", label, "bad");
      case HARNESS_ERROR -> new CheckLook("!", label, "bad");
    };
  }

  /** A listed deviation does not look like a failure, and one that no longer holds does. */
  static CheckLook of(CheckResult result) {
    if (Words.isDeviation(result)) {
      return new CheckLook("✗", "deviation", "open");
    }
    return result.declared() == CheckResult.Declared.STALE
        ? new CheckLook("✗", "stale deviation", "bad")
        : of(result.verdict());
  }

  /** What the filter buttons know it by. */
  String group() {
    return label.replace(' ', '-');
  }

  static CheckLook of(Ledger.Row row) {
    Verdict verdict = row.verdict();
    if (verdict != null) {
      return of(verdict);
    }
    if (!row.clause().isTestable()) {
      return new CheckLook("·", "untestable", "dim");
    }
    return new CheckLook("·", row.entries().isEmpty() ? "no check" : "not reached", "dim");
  }

  static CheckLook of(Ledger.Entry entry) {
    @Nullable Verdict verdict = entry.verdict();
    return verdict == null ? new CheckLook("·", "not reached", "dim") : of(verdict);
  }
}
