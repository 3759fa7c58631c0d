package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import dev.portspec.harness.run.Portspec;
import dev.portspec.reference.ReferenceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** {@code -Dcheck=…} runs the checks that it names and no other. */
class FilteredRunTest {
  @TempDir Path reports;

  @AfterEach
  void runAllAgain() {
    System.clearProperty("check");
    System.clearProperty("portspec.reports");
  }

  @Test
  void onlyWhatIsNamedRuns() throws IOException {
    System.setProperty("portspec.reports", reports.toString());
    System.setProperty("check", "SourceInTransferTest.aPortCannotBe");
    Portspec.use(new ReferenceProvider());
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("dev.portspec.catalogue.port"))
                .configurationParameter("jqwik.database", "")
                .build(),
            summary);

    assertThat(summary.getSummary().getTestsFoundCount()).isEqualTo(1);
    assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(1);
    assertThat(Files.readString(reports.resolve("reference/journal.jsonl")))
        .contains("\"selected\":[\"SourceInTransferTest.aPortCannotBePostedThroughItself\"]");
  }
}
