package dev.portspec.proof;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.run.Catalogue;
import dev.portspec.harness.run.Check;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The checks of the catalogue, and generated scenarios, for tests of them. */
final class Checks {
  /** Not the seed of the verdicts: what the proof draws is something else. */
  private static final long SEED = 7;

  /** Looked for once: they are asked for again by each of hundreds of mutants. */
  private static final List<Method> METHODS =
      ServiceLoader.load(Catalogue.class).stream()
          .flatMap(catalogue -> catalogue.get().classes().stream())
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Verifies.class))
          .toList();

  private Checks() {}

  /** Those that take nothing but a world; {@code -Dcheck=…} keeps some of them. */
  static List<Check> all() {
    return METHODS.stream()
        .filter(method -> method.isAnnotationPresent(Test.class))
        .filter(Check::isAskedFor)
        .map(method -> Check.of(method))
        .sorted(Comparator.comparing(Check::id))
        .toList();
  }

  /** Every property with some tens of draws, each pair a check of its own; {@code -Dcheck=…} as above. */
  static Map<String, List<Check>> tries(int draws) {
    Map<String, List<Check>> tries = new TreeMap<>();
    METHODS.stream()
        .filter(method -> method.isAnnotationPresent(ConformanceProperty.class))
        .filter(Check::isAskedFor)
        .forEach(method -> tries.put(Check.id(method),
            Draw.samples(SEED, draws).stream().map(draw -> aTry(method, draw)).toList()));
    return tries;
  }

  /** Each run draws the same. */
  private static Check aTry(Method method, Draw draw) {
    Check check = Check.of(method, draw);
    return new Check(check.id(), check.clauses(), world -> Check.of(method, draw.fresh()).body().run(world), false);
  }

  /** Those of a clause, and of the clauses that share its first two segments. */
  static List<Check> around(String clause) {
    String group = clause.replaceFirst("^([^.]+\\.[^.]+).*", "$1");
    return all().stream()
        .filter(check -> check.clauses().stream().anyMatch(each -> (each + ".").startsWith(group + ".")))
        .toList();
  }

  /** All of them, properties too; for their ids and clauses only. */
  static List<Check> withProperties() {
    return METHODS.stream().map(method -> Check.of(method)).toList();
  }
}
