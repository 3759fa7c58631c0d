package dev.portspec.proof;

import dev.portspec.catalogue.WholeCatalogue;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.run.Check;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checks of the catalogue, for tests of them; {@code -Dcheck=…} keeps those whose id contains that text. */
final class Checks {
  private Checks() {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    for (Class<?> type : new WholeCatalogue().classes()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Verifies.class) && method.isAnnotationPresent(Test.class)) {
          checks.add(Check.of(method));
        }
      }
    }
    checks.removeIf(check -> !check.id().contains(System.getProperty("check", "")));
    checks.sort(Comparator.comparing(Check::id));
    return checks;
  }
}
