package dev.portspec.harness.run;

import dev.portspec.harness.Verifies;
import dev.portspec.spec.ClauseBook;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Begins and ends a run with its test plan; what the checks name is looked up before the first script. */
public final class RunListener implements TestExecutionListener {
  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    Set<String> checks = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    boolean isSuite = plan.getRoots().stream().anyMatch(root -> CheckFilter.isOfSuite(root.getUniqueId()));
    for (TestIdentifier root : plan.getRoots()) {
      for (TestIdentifier test : plan.getDescendants(root)) {
        test.getSource()
            .filter(source -> test.isTest() && source instanceof MethodSource)
            .map(source -> ((MethodSource) source).getJavaMethod())
            .filter(method -> method.isAnnotationPresent(Verifies.class))
            .ifPresent(method -> select(method, checks, problems));
      }
    }
    String asked = CheckFilter.text();
    if (isSuite && !asked.isEmpty() && CheckFilter.known().noneMatch(Check::isAskedFor)) {
      problems.add("no check, clause or section is called what -Dcheck says: " + asked);
    }
    Runs.select(new Runs.Selection(checks, (int) CheckFilter.known().count(), problems));
  }

  private static void select(Method method, Set<String> checks, List<String> problems) {
    checks.add(Check.id(method));
    for (String clause : method.getAnnotation(Verifies.class).value()) {
      try {
        ClauseBook.load().clause(clause);
      } catch (RuntimeException e) {
        problems.add("%s: %s".formatted(Check.id(method), e.getMessage()));
      }
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Runs.close();
  }
}
