package dev.portspec.reporting.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what Allure's own listener found out about each test: its names, times and parameters. The verdict is put on
 * it when the run has ended, since only then it is certain.
 *
 * <p><b>Threads:</b> any; Allure makes an instance of its own, so what was kept is static.
 */
public final class AllureCollector implements TestLifecycleListener {
  private static final Map<String, List<TestResult>> KEPT = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public AllureCollector() {}

  @Override
  public void afterTestWrite(TestResult result) {
    String check = check(result);
    if (!check.isEmpty()) {
      KEPT.computeIfAbsent(check, id -> new ArrayList<>()).add(result);
    }
  }

  /** Everything kept since the last call, by the id of the check. */
  static Map<String, List<TestResult>> take() {
    Map<String, List<TestResult>> taken = Map.copyOf(KEPT);
    KEPT.clear();
    return taken;
  }

  /** {@code SimpleClassName.method}; empty where it is no test method. */
  private static String check(TestResult result) {
    String type = label(result, "testClass");
    String method = label(result, "testMethod");
    int name = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1;
    int signature = method.indexOf('(');
    return type.isEmpty() || method.isEmpty()
        ? ""
        : type.substring(name) + "." + (signature < 0 ? method : method.substring(0, signature));
  }

  private static String label(TestResult result, String name) {
    return result.getLabels().stream()
        .filter(label -> name.equals(label.getName()) && label.getValue() != null)
        .map(Label::getValue)
        .findFirst()
        .orElse("");
  }
}
