package dev.portspec.harness.run;

import dev.portspec.harness.HarnessException;
import dev.portspec.harness.World;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Lets Jupiter run a check, and says its verdict in Jupiter's terms. */
public final class ConformanceExtension implements ParameterResolver, InvocationInterceptor {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class;
  }

  /** A check may run twice, each time in a world of its own: Jupiter's own parameter is never used. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return World.unopened();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
    invocation.skip();
    throwVerdict(Runs.current().check(Check.of(method.getExecutable())));
  }

  /** Ends a test as its result says. */
  static void throwVerdict(CheckResult result) {
    throwVerdict(result, "");
  }

  /** Ends a test as its result says, with more of it for whoever reads a failure. */
  static void throwVerdict(CheckResult result, String details) {
    String reason = result.verdict() + ": " + result.message() + details;
    if (result.verdict() == Verdict.HARNESS_ERROR) {
      throw new HarnessException(reason);
    }
    if (result.declared() == CheckResult.Declared.STALE) {
      throw new AssertionFailedError("a deviation is listed and no longer holds; seen: " + reason);
    }
    switch (result.verdict()) {
      case PASS, CONTESTED, UNDECIDED -> {}
      case NOT_CLAIMED, INAPPLICABLE -> throw new TestAbortedException(reason);
      case FAIL -> {
        if (result.declared() == CheckResult.Declared.NO) {
          throw new AssertionFailedError(reason);
        }
        boolean isNew = result.declared() == CheckResult.Declared.NEW_VERSION;
        throw new TestAbortedException((isNew ? "new at this version: " : "a known deviation: ") + reason);
      }
      case FLAKY -> throw new AssertionFailedError(reason);
      default -> throw new IllegalStateException(reason);
    }
  }
}
