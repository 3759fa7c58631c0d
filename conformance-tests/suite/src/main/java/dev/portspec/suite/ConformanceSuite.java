package dev.portspec.suite;

import dev.portspec.harness.run.Runs;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Runs every check of the catalogue, and generated scenarios, against one implementation. A subclass in a project's
 * tests is all it takes:
 *
 * <pre>{@code
 * class AcmeConformanceTest extends ConformanceSuite {}
 * }</pre>
 *
 * <p>The implementation is the one {@code MessagingProvider} that {@link java.util.ServiceLoader} finds; where there
 * are several, the system property {@code portspec.implementation} names one. A run without an implementation is red.
 *
 * <p>Checks run one after another, and the harness bounds each of them: whatever the project configures for its own
 * tests, in time-outs, parallel execution or jqwik's database, does not reach the suite.
 */
@Suite
@SelectPackages({"dev.portspec.catalogue", "dev.portspec.oracle.scenarios"})
@IncludeClassNamePatterns(".*")
@IncludeEngines({"junit-jupiter", "jqwik"})
@ConfigurationParameter(key = "junit.jupiter.execution.parallel.enabled", value = "false")
@ConfigurationParameter(key = "junit.jupiter.execution.timeout.mode", value = "disabled")
@ConfigurationParameter(key = "jqwik.database", value = "")
@ConfigurationParameter(key = "jqwik.reporting.onlyfailures", value = "true")
public abstract class ConformanceSuite {
  /** Held, or its level would be forgotten: jqwik tells at each start that its database is off, as it is to be. */
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING);
  }

  /** For subclasses. */
  protected ConformanceSuite() {}

  /** Holds the run complete: nothing is green because it did not run. */
  @AfterSuite
  static void complete() {
    Runs.complete();
  }
}
