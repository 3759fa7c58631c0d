package dev.portspec.harness.run;

import dev.portspec.harness.backend.Subject;
import dev.portspec.spi.Capability;
import java.util.List;

/**
 * A run as it ended, or as far as it got.
 *
 * @param subject who was tested; a subject named {@code none} where there was none
 * @param suite the version of the suite
 * @param source the pin of the standard's text, a commit
 * @param seed of everything generated
 * @param selected how many checks were to run
 * @param total how many checks the catalogue has
 * @param results in the order in which they fell
 * @param lateObservations how many observations came after their world was closed
 * @param unclaimed capabilities that a probe found there, and that are not declared: a suggestion
 * @param problems why the run as a whole is red, whatever the results: no subject, an unknown clause, a check that did
 *     not run
 */
public record RunRecord(
    Subject subject,
    String suite,
    String source,
    long seed,
    int selected,
    int total,
    List<CheckResult> results,
    int lateObservations,
    List<Capability> unclaimed,
    List<String> problems) {
  /** Whether everything was selected; only then a ledger, a matrix or a list of deviations may be written. */
  public boolean isWhole() {
    return selected == total;
  }

  /** Whether the results match the declaration and nothing else is wrong. */
  public boolean isGreen() {
    return problems.isEmpty() && !results.isEmpty() && results.stream().noneMatch(RunRecord::isRed);
  }

  /** Whether this result alone makes a run red. */
  public static boolean isRed(CheckResult result) {
    return switch (result.verdict()) {
      case FAIL ->
          result.declared() == CheckResult.Declared.NO || result.declared() == CheckResult.Declared.STALE;
      case FLAKY, HARNESS_ERROR -> true;
      default -> result.declared() == CheckResult.Declared.STALE;
    };
  }
}
