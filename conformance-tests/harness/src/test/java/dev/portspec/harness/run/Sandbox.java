package dev.portspec.harness.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.portspec.spi.MessagingProvider;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs checks as a user's build would, and gives back what the run recorded. */
final class Sandbox {
  private Sandbox() {}

  /** What a run left behind. */
  record Outcome(RunRecord record, TestExecutionSummary summary) {
    CheckResult only() {
      return record.results().get(record.results().size() - 1);
    }
  }

  static Outcome run(@Nullable MessagingProvider provider, Class<?>... checks) {
    if (provider != null) {
      Portspec.use(provider);
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(checks).map(type -> selectClass(type)).toList())
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    CapturingReporter.last = null;
    LauncherFactory.create().execute(request, summary);
    RunRecord record = CapturingReporter.last;
    if (record == null) {
      throw new IllegalStateException("no run was recorded");
    }
    return new Outcome(record, summary.getSummary());
  }
}
