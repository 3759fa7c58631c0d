package dev.portspec.harness.run;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** A check that is tried with many generated values: many attempts, one verdict. */
public final class PropertyRun {
  private static final long SEED = 20261125;
  private static final Map<String, Long> CHOSEN = new ConcurrentHashMap<>();

  private final Method method;
  private final @Nullable Run run;
  private final @Nullable RuntimeException refusal;
  private @Nullable CheckResult last;
  private @Nullable CheckResult failed;
  private final Map<String, Verdict> seen = new LinkedHashMap<>();
  private int passed;
  private int undecided;
  private int shrinks;
  private double millis;
  private boolean decided;

  private PropertyRun(Method method, @Nullable Run run, @Nullable RuntimeException refusal) {
    this.method = method;
    this.run = run;
    this.refusal = refusal;
    this.decided = refusal != null;
  }

  /**
   * The seed of everything generated: fixed, so that a verdict is the same each time; {@code -Dportspec.seed=N} chooses
   * another, and {@code -Dportspec.seed=random} any, once for all properties.
   *
   * @throws IllegalStateException if it is no number
   */
  public static long seed() {
    String asked = System.getProperty("portspec.seed", "");
    return asked.isEmpty() ? SEED : CHOSEN.computeIfAbsent(asked, PropertyRun::chosen);
  }

  private static long chosen(String asked) {
    try {
      return asked.equals("random") ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(asked);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("portspec.seed is a whole number, or random; not: " + asked, e);
    }
  }

  /**
   * How many values a property is tried with: what a system property says, or so many where it says nothing.
   *
   * @throws IllegalStateException if it is no positive number
   */
  public static int tries(String property, int otherwise) {
    String asked = System.getProperty(property, "");
    if (!asked.isEmpty() && !asked.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalStateException("%s is a number of tries, not: %s".formatted(property, asked));
    }
    return asked.isEmpty() ? otherwise : Integer.parseInt(asked);
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

  /** Whether so many values were tried, and none failed. */
  public boolean hasPassed(int tries) {
    return failed == null && passed >= tries;
  }

  /** Whether one failed, and so many simpler ones were tried. */
  public boolean hasShrunk(int most) {
    return shrinks >= most;
  }

  /** Tries one generated value in a new world; what failed, or null. */
  public @Nullable AssertionError attempt(Object generated) {
    shrinks += failed == null ? 0 : 1;
    CheckResult result = attemptWith(generated);
    if (last == null || result.verdict() != Verdict.UNDECIDED) {
      last = result;
    }
    result.clauses().forEach((clause, verdict) -> seen.merge(clause, verdict, PropertyRun::worse));
    switch (result.verdict()) {
      case PASS, CONTESTED -> {
        passed++;
        return null;
      }
      case UNDECIDED -> {
        passed++;
        undecided++;
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
    CheckResult result = run.attempt(Check.of(method, generated));
    millis += result.millis();
    return result;
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
    CheckResult result = run.end(whole(first).lasting(millis), () -> told(attemptWith(value)).lasting(millis));
    boolean isRed = result.verdict() == Verdict.FAIL && result.declared() == CheckResult.Declared.NO;
    ConformanceExtension.throwVerdict(result, isRed ? System.lineSeparator() + result.reproduction() : "");
  }

  /** The shrunk counterexample, with what repeats it. */
  private CheckResult told(CheckResult shrunk) {
    String command = "mvn verify -Dportspec.implementation=%s -Dportspec.seed=%d".formatted(subject(), seed());
    String repeat = "  found by seed %d, and shrunk; again: %s".formatted(seed(), command);
    return shrunk.verdict() == Verdict.FAIL
        ? shrunk.as(Verdict.FAIL, shrunk.message() + System.lineSeparator() + repeat)
        : shrunk;
  }

  private String subject() {
    return run == null ? "none" : run.subject().name();
  }

  /** What the tries found together: one of them need not speak of every clause, all of them must. */
  private CheckResult whole(CheckResult result) {
    if (result.verdict() != Verdict.PASS && result.verdict() != Verdict.CONTESTED) {
      return result;
    }
    List<String> silent = result.listed().stream().filter(clause -> !seen.containsKey(clause)).toList();
    return silent.isEmpty()
        ? result.of(seen).as(result.verdict(), result.message() + undecided())
        : result.as(Verdict.HARNESS_ERROR, "nothing that was drawn says anything of: " + String.join(", ", silent));
  }

  private String undecided() {
    return undecided == 0 ? "" : "undecided: %d of %d tries".formatted(undecided, passed);
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one == Verdict.PASS ? other : one;
  }
}
