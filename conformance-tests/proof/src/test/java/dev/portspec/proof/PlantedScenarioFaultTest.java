package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.portspec.harness.run.Portspec;
import dev.portspec.reference.Faults;
import dev.portspec.spi.MessagingProvider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A fault that is planted between ports is found by generated scenarios, and what is left is a script of a few lines. */
class PlantedScenarioFaultTest {
  private static final String STRINGS = "everyProgramOfStringsIsLegal";
  private static final String TRANSFERS = "everyProgramOfTransfersIsLegal";
  private static final String AGENTS = "everyProgramBetweenAgentsIsLegal";

  @TempDir Path reports;

  @BeforeEach
  void reportElsewhere() {
    System.setProperty("portspec.reports", reports.toString());
  }

  @AfterEach
  void reportAsBefore() {
    System.clearProperty("portspec.reports");
  }

  @Test
  void aLostMessage() {
    assertThat(failureOf(STRINGS, Faults.losesTheThird())).contains("but saw:  lost")
        .satisfies(failure -> assertThat(statements(failure)).hasSizeLessThanOrEqualTo(6));
  }

  @Test
  void aWrongOrder() {
    assertThat(failureOf(STRINGS, Faults.servesTheYoungestFirst())).contains("port.queue.fifo")
        .satisfies(failure -> assertThat(statements(failure)).hasSizeLessThanOrEqualTo(8));
  }

  @Test
  void aQueueThatIsLostOnTransfer() {
    assertThat(failureOf(TRANSFERS, Faults.losesTheQueueOnTransfer())).contains("port.recv.moves-queue")
        .satisfies(failure -> assertThat(statements(failure)).hasSizeLessThanOrEqualTo(10));
  }

  @Test
  void aMessageThatComesTwice() {
    assertThat(failureOf(STRINGS, Faults.deliversTheSecondTwice())).contains("port.delivery.exactly-once", "twice")
        .satisfies(failure -> assertThat(statements(failure)).hasSizeLessThanOrEqualTo(7));
  }

  @Test
  void aMessageThatIsLostInAWorker() {
    assertThat(failureOf(AGENTS, Faults.losesTheSecondInWorkers())).contains("but saw:  lost", "new Worker(")
        .satisfies(failure -> assertThat(statements(failure)).hasSizeLessThanOrEqualTo(10));
  }

  /** The calls of the shrunk program. */
  private static List<String> statements(String failure) {
    return failure.lines().filter(line -> line.matches(" {4,}[a-z].*(postMessage|new Message|on[a-z]+ =|\\.[a-z]+\\(\\)).*"))
        // what ends the program is no part of it
        .filter(line -> !line.contains("process.exit"))
        .toList();
  }

  /** What a user reads when the property fails. */
  private static String failureOf(String property, MessagingProvider faulty) {
    Portspec.use(faulty);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    selectMethod("dev.portspec.oracle.scenarios.ScenarioProperties#" + property
                        + "(dev.portspec.harness.World, dev.portspec.harness.generate.Draw)"))
                .configurationParameter("jqwik.database", "")
                .build(),
            summary);
    assertThat(summary.getSummary().getFailures()).hasSize(1);
    return String.valueOf(summary.getSummary().getFailures().get(0).getException().getMessage());
  }
}
