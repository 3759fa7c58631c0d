package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.portspec.harness.run.Portspec;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.suite.ConformanceSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.suite.api.BeforeSuite;

/** {@code -Dcheck=…} lets a suite run the checks that it names and no other; where there is none, nothing is green. */
class FilteredRunTest {
  @TempDir Path reports;

  private final Properties before = new Properties();

  /** As a user's project has it. */
  static class OfReference extends ConformanceSuite {
    @BeforeSuite
    static void subject() {
      Portspec.use(new ReferenceProvider());
    }
  }

  @BeforeEach
  void reportElsewhere() {
    before.putAll(System.getProperties());
    System.setProperty("portspec.reports", reports.toString());
  }

  @AfterEach
  void asBefore() {
    System.setProperties(before);
  }

  @Test
  void onlyWhatIsNamedRuns() throws IOException {
    TestExecutionSummary summary = run("SourceInTransferTest.aPortCannotBe");

    assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
    assertThat(summary.getTestsFoundCount()).isEqualTo(1);
    assertThat(Files.readString(reports.resolve("reference/journal.jsonl")))
        .contains("\"selected\":[\"SourceInTransferTest.aPortCannotBePostedThroughItself\"]");
  }

  @Test
  void aNameThatNoCheckHasIsRed() {
    TestExecutionSummary summary = run("NoSuchTest");

    List<String> failures =
        summary.getFailures().stream().map(failure -> String.valueOf(failure.getException().getMessage())).toList();
    assertThat(failures).isNotEmpty().first().asString().contains("what -Dcheck says: NoSuchTest");
    assertThat(summary.getTestsSucceededCount()).isZero();
  }

  private static TestExecutionSummary run(String check) {
    System.setProperty("check", check);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OfReference.class))
                .filters(EngineFilter.includeEngines("junit-platform-suite"))
                .build(),
            summary);
    return summary.getSummary();
  }
}
