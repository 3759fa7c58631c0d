package dev.portspec.harness.run;

import dev.portspec.harness.Verifies;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Keeps the checks of a suite that {@code -Dcheck=…} asks for: texts with commas between them, each a part of a
 * check's id, or a clause or section that it verifies. Where none is asked for, all are kept, for the run to be
 * refused: a run of nothing would be green by accident.
 */
public final class CheckFilter implements PostDiscoveryFilter {
  private static final String SUITE = "[engine:junit-platform-suite]";

  private final boolean filters = !text().isEmpty() && known().anyMatch(Check::isAskedFor);

  /** For {@link ServiceLoader}. */
  public CheckFilter() {}

  @Override
  public FilterResult apply(TestDescriptor test) {
    boolean isOut =
        filters && isOfSuite(test.getUniqueId().toString()) && test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getJavaMethod())
            .filter(method -> method.isAnnotationPresent(Verifies.class) && !Check.isAskedFor(method))
            .isPresent();
    return FilterResult.includedIf(!isOut);
  }

  /** Whether a test is run by a suite: the switch is not for those who run single checks by other means. */
  static boolean isOfSuite(String uniqueId) {
    return uniqueId.startsWith(SUITE);
  }

  /** What says which checks are to run; empty for all. */
  static String text() {
    return System.getProperty("check", "");
  }

  /** The checks of every catalogue, properties too. */
  static Stream<Method> known() {
    return ServiceLoader.load(Catalogue.class).stream()
        .flatMap(catalogue -> catalogue.get().classes().stream())
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Verifies.class));
  }
}
