package dev.portspec.proof;

import dev.portspec.catalogue.WholeCatalogue;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.run.Check;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checks of the catalogue, for tests of them. */
final class Checks {
  private Checks() {}

  /** Those that take nothing but a world; {@code -Dcheck=…} keeps those whose id contains that text. */
  static List<Check> all() {
    return methods()
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> Check.of(method))
        .filter(check -> check.id().contains(System.getProperty("check", "")))
        .sorted(Comparator.comparing(Check::id))
        .toList();
  }

  /** All of them, properties too; for their ids and clauses only. */
  static List<Check> withProperties() {
    return methods().map(method -> Check.of(method)).toList();
  }

  private static Stream<Method> methods() {
    return new WholeCatalogue()
        .classes().stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Verifies.class));
  }
}
