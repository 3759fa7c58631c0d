package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.Mutants;
import dev.portspec.reference.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many mutants generated scenarios find alone, without a check of the catalogue; {@code target/scenarios.tsv} says
 * by which property, after how many scenarios, and by which clause.
 */
class ScenariosAndMutantsTest {
  private static final int SCENARIOS = 300;

  /** A mutant that was not met by then is about something that no scenario does. */
  private static final int ENOUGH_TO_MEET_IT = 40;

  /** What goes wrong with the delivery of messages, and with starting, closing and moving ports. */
  private static final List<String> MUST_BE_FOUND =
      List.of(
          "AllowsDuplicates", "AllowsSelfTransfer", "CloseDoesNotDetach", "CloseDropsSentMessages", "CloseNeedsStart",
          "ClosesBothEnds", "DeliversSynchronously", "DeliversTwice", "DoesNotDetach", "DoesNothing",
          "DropsUntilStarted", "HalfDuplex", "LosesTheQueueOnTransfer", "RefusesTheDoomed", "RefusesToStartDetached",
          "SharesOneChannel", "StartsOnListener", "StartsTheShipped", "ThrowsWithoutPartner");

  @Test
  void scenariosFindWhatGoesWrongBetweenPorts() throws IOException {
    Map<String, List<Check>> properties = Checks.tries(SCENARIOS);
    properties.keySet().removeIf(id -> !id.startsWith("ScenarioProperties."));
    List<String> lines = new ArrayList<>();
    List<String> found = new ArrayList<>();
    List<Variation> mutants = Mutants.all();
    for (Variation mutant : mutants) {
      String line = search(mutant, properties);
      lines.add(line);
      if (!line.endsWith("\t-")) {
        found.add(mutant.name());
      }
    }
    lines.add("%d of %d mutants are found by scenarios alone".formatted(found.size(), mutants.size()));
    Files.write(Path.of("target", "scenarios.tsv"), lines);

    assertThat(found).containsAll(MUST_BE_FOUND);
  }

  private static String search(Variation mutant, Map<String, List<Check>> properties) {
    int tried = 0;
    try (InProcessBackend backend = new InProcessBackend(mutant, Budget.arrival())) {
      for (Map.Entry<String, List<Check>> property : properties.entrySet()) {
        for (int i = 0; i < SCENARIOS && (i < ENOUGH_TO_MEET_IT || mutant.exercised() > 0); i++) {
          CheckResult result = property.getValue().get(i).run(backend, Budget.arrival());
          tried++;
          if (result.verdict() == Verdict.FAIL) {
            return "%s\t%s\t%d\t%s".formatted(mutant.name(), property.getKey(), tried, result.outcome());
          }
        }
      }
    }
    return "%s\t%s\t%d\t-".formatted(mutant.name(), mutant.exercised() == 0 ? "never met" : "not found", tried);
  }
}
