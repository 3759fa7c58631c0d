package dev.portspec.harness.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The run that is going on in this JVM; suites run one after the other, so there is one at a time. */
public final class Runs {
  private static @Nullable Run current;
  private static Selection selection = Selection.NOTHING;

  private Runs() {}

  /** What a test plan asks for. */
  record Selection(Set<String> checks, int total, List<String> problems) {
    static final Selection NOTHING = new Selection(Set.of(), 0, List.of());
  }

  static synchronized void select(Selection asked) {
    selection = asked;
    current = null;
  }

  /** The run, begun now if need be. */
  static synchronized Run current() {
    if (current == null) {
      current = new Run(new LinkedHashSet<>(selection.checks()), selection.total(), selection.problems());
    }
    return current;
  }

  /** What a check found in the current run; null if it has not ended. */
  public static synchronized @Nullable CheckResult result(String check) {
    return current == null ? null : current.result(check);
  }

  /**
   * Holds the run complete; a suite calls this when all its checks have ended.
   *
   * @throws AssertionError if a selected check did not run, or nothing ran
   */
  public static synchronized void complete() {
    List<String> problems = current().complete();
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), problems));
    }
  }

  /** Ends the run, if one began or was asked for. */
  static synchronized void close() {
    if (current != null || !selection.checks().isEmpty() || !selection.problems().isEmpty()) {
      current().close();
    }
    current = null;
    selection = Selection.NOTHING;
    Portspec.reset();
  }
}
