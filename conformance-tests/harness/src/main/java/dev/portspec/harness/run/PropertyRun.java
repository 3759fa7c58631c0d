package dev.portspec.harness.run;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A check that is tried with many generated values: many attempts, one verdict. */
public final class PropertyRun {
  /** The seed of everything generated, fixed so that a verdict is the same each time; a number, as jqwik wants it. */
  public static final String SEED = "20261125";

  private final Method method;
  private final @Nullable Run run;
  private final @Nullable RuntimeException refusal;
  private @Nullable CheckResult last;
  private @Nullable CheckResult failed;
  private boolean decided;

  private PropertyRun(Method method, @Nullable Run run, @Nullable RuntimeException refusal) {
    this.method = method;
    this.run = run;
    this.refusal = refusal;
    this.decided = refusal != null;
  }

  /** Begins; a run that is refused is said at the end. */
  public static PropertyRun begin(Method method) {
    try {
      Run run = Runs.current();
      run.begin(Check.id(method));
      return new PropertyRun(method, run, null);
    } catch (IllegalStateException | TestAbortedException e) {
      return new PropertyRun(method, null, e);
    }
  }

  /** Whether further tries would tell nothing: not claimed, our own mistake, or an implementation that hangs. */
  public boolean isDecided() {
    return decided;
  }

  /** Tries one generated value in a new world; what failed, or null. */
  public @Nullable AssertionError attempt(Object generated) {
    CheckResult result = attemptWith(generated);
    last = result;
    switch (result.verdict()) {
      case PASS, CONTESTED -> {
        return null;
      }
      case FAIL -> {
        failed = result;
        decided = result.millis() > Budget.arrival().toMillis();
        return new AssertionError(result.message());
      }
      default -> {
        decided = true;
        return null;
      }
    }
  }

  private CheckResult attemptWith(Object generated) {
    if (run == null) {
      throw new IllegalStateException("the run was refused");
    }
    return run.attempt(Check.of(method, generated));
  }

  /**
   * Ends with the verdict, thrown as a test ends with it.
   *
   * @param shrunk the simplest value that failed; null where none did
   */
  public void end(@Nullable Object shrunk) {
    if (run == null) {
      throw refusal == null ? new IllegalStateException("refused") : refusal;
    }
    CheckResult first = failed != null && shrunk != null ? failed : last;
    if (first == null) {
      throw new IllegalStateException("the property was never tried: " + Check.id(method));
    }
    Object value = shrunk == null ? "none" : shrunk;
    ConformanceExtension.throwVerdict(run.end(first, () -> attemptWith(value)));
  }
}
