package dev.portspec.harness.run;

import dev.portspec.harness.ClauseLedger;
import dev.portspec.harness.HarnessException;
import dev.portspec.harness.Inapplicable;
import dev.portspec.harness.Undecided;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.Subject;
import dev.portspec.harness.trace.Divergence;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.Capability;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One check: the clauses that it is there for, and a body that is given a world. Runs it once, on any back end, and
 * turns whatever happens into a verdict.
 *
 * @param id simple class name, a dot, the method
 * @param clauses the one that it is mainly about first
 * @param whole whether each of the clauses has an assertion each time; one of many tries need not speak of all
 */
public record Check(String id, List<String> clauses, Body body, boolean whole) {
  /** A check that speaks of all its clauses. */
  public Check(String id, List<String> clauses, Body body) {
    this(id, clauses, body, true);
  }

  /** What a check does. */
  @FunctionalInterface
  public interface Body {
    void run(World world) throws Throwable;
  }

  /** The id of a method. */
  public static String id(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** Whether a method is among the checks that {@code -Dcheck=…} asks for; without it, all are. */
  public static boolean isAskedFor(Method method) {
    String asked = CheckFilter.text();
    List<String> clauses = List.of(method.getAnnotation(Verifies.class).value());
    return asked.isEmpty()
        || Arrays.stream(asked.split(","))
            .filter(part -> !part.isEmpty())
            .anyMatch(part -> id(method).contains(part) || speakOf(clauses, part));
  }

  private static boolean speakOf(List<String> clauses, String section) {
    return clauses.stream().anyMatch(clause -> (clause + ".").startsWith(section + "."));
  }

  /**
   * The check that a method is, run on a new instance of its class.
   *
   * @param given what it takes besides a World: what was drawn for one try
   */
  public static Check of(Method method, Object... given) {
    List<String> clauses = List.of(method.getAnnotation(Verifies.class).value());
    return new Check(id(method), clauses, world -> invoke(method, world, given), given.length == 0);
  }

  private static void invoke(Method method, World world, Object... given) throws Throwable {
    Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    method.setAccessible(true);
    Object[] args = new Object[method.getParameterCount()];
    for (int i = 0; i < args.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      args[i] = type == World.class ? world : Arrays.stream(given).filter(type::isInstance).findFirst().orElseThrow();
    }
    try {
      method.invoke(constructor.newInstance(), args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * Why a subject has no verdict on this check, from its declaration and its binding alone; null where it has one.
   * The binding is asked first.
   */
  @Nullable CheckResult excused(Subject subject) {
    Capability missing = null;
    for (String clause : clauses) {
      for (Capability needed : ClauseBook.load().clause(clause).requires()) {
        if (subject.binding() == Subject.Binding.JAVA && Capability.NOT_IN_JAVA.contains(needed)) {
          return empty(Verdict.INAPPLICABLE, "the Java binding has no " + needed.id());
        }
        missing = subject.capabilities().contains(needed) || missing != null ? missing : needed;
      }
    }
    return missing == null ? null : empty(Verdict.NOT_CLAIMED, "not declared: " + missing.id());
  }

  private CheckResult empty(Verdict verdict, String message) {
    return new CheckResult(
        id, clauses, verdict, Map.of(), CheckResult.Declared.NO, "", message, 0, List.of(), List.of());
  }

  /** Runs it once. */
  public CheckResult run(Backend backend, Duration arrival) {
    CheckResult excused = excused(backend.subject());
    return excused != null ? excused : run(new World(backend.subject(), backend::openWorld, arrival));
  }

  /** Runs it once in a world that is not open yet. */
  CheckResult run(World world) {
    ClauseLedger ledger = new ClauseLedger(clauses);
    long began = System.nanoTime();
    CheckResult result = ledger.during(() -> judged(world, ledger));
    double millis = (System.nanoTime() - began) / 1e6;
    return new CheckResult(
        id,
        clauses,
        result.verdict(),
        ledger.verdicts(),
        CheckResult.Declared.NO,
        result.outcome(),
        result.message(),
        Math.round(millis * 1000) / 1000.0,
        world.steps(),
        world.seen());
  }

  private CheckResult judged(World world, ClauseLedger ledger) {
    CheckResult result;
    try {
      body.run(world);
      if (ledger.failures().isEmpty()) {
        world.finish();
        if (whole) {
          requireAssertions(ledger);
        }
      }
      result = concluded(ledger);
    } catch (AssertionError e) {
      ledger.failed(e);
      result = concluded(ledger);
    } catch (Inapplicable e) {
      // what failed before stays failed
      result = ledger.failures().isEmpty() ? inapplicable(e) : concluded(ledger);
    } catch (Undecided e) {
      result = ledger.failures().isEmpty() ? empty(Verdict.UNDECIDED, String.valueOf(e.getMessage())) : concluded(ledger);
    } catch (BackendException e) {
      result = broken(e, ledger);
    } catch (HarnessException e) {
      result = empty(Verdict.HARNESS_ERROR, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      result = empty(Verdict.HARNESS_ERROR, "the check itself threw " + e);
    }
    return closed(world, result, ledger);
  }

  private static void requireAssertions(ClauseLedger ledger) {
    if (!ledger.unasserted().isEmpty()) {
      throw new HarnessException("the check asserts nothing for: " + String.join(", ", ledger.unasserted()));
    }
  }

  private CheckResult concluded(ClauseLedger ledger) {
    if (!ledger.failures().isEmpty()) {
      List<String> outcomes = new ArrayList<>();
      List<String> messages = new ArrayList<>();
      ledger.failures().forEach(
          (clause, failure) -> {
            String seen = failure instanceof Divergence divergence ? divergence.seen() : String.valueOf(failure);
            outcomes.add(clause + ": " + seen);
            messages.add(clause + ": " + failure.getMessage());
          });
      return empty(Verdict.FAIL, String.join("\n", messages)).seen(String.join("; ", outcomes));
    }
    if (!ledger.outcomes().isEmpty()) {
      Map<String, String> outcomes = new LinkedHashMap<>(ledger.outcomes());
      String seen = String.join("; ", outcomes.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
      return empty(Verdict.CONTESTED, seen).seen(seen);
    }
    return empty(Verdict.PASS, "");
  }

  private CheckResult inapplicable(Inapplicable e) {
    return empty(e.byBinding() ? Verdict.INAPPLICABLE : Verdict.NOT_CLAIMED, e.reason());
  }

  private CheckResult broken(BackendException e, ClauseLedger ledger) {
    if (e.side() == BackendException.Side.HARNESS) {
      return empty(Verdict.HARNESS_ERROR, String.valueOf(e.getMessage()));
    }
    ledger.failed(
        new Divergence("the implementation", "an answer", String.valueOf(e.failure()), String.valueOf(e.getMessage())));
    return concluded(ledger);
  }

  /** Closing can fail as well; that counts only where nothing else did. */
  private CheckResult closed(World world, CheckResult result, ClauseLedger ledger) {
    try {
      world.close();
      return result;
    } catch (BackendException e) {
      boolean nothingElse = result.verdict() == Verdict.PASS || result.verdict() == Verdict.CONTESTED;
      return nothingElse ? broken(e, ledger) : result;
    }
  }
}
