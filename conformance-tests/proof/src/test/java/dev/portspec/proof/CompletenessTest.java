package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.Json;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No row of the ledger is empty without a reason: the book says what cannot be tested, a file what is not yet. */
class CompletenessTest {
  private static final Path FILE = Path.of("without-check.yaml");

  private final Set<String> checked =
      Checks.withProperties().stream().flatMap(check -> check.clauses().stream()).collect(Collectors.toSet());

  @Test
  @SuppressWarnings("unchecked")
  void everyTestableClauseHasACheckOrAReason() throws IOException {
    var reasons = (Map<String, String>) Objects.requireNonNull(Json.read(Files.readString(FILE)));

    assertThat(ClauseBook.load().clauses())
        .filteredOn(Clause::isTestable)
        .extracting(Clause::id)
        .filteredOn(id -> !checked.contains(id))
        .as("clauses without a check; %s says why", FILE)
        .containsExactlyInAnyOrderElementsOf(reasons.keySet());
  }

  /** A check makes what the book says untrue. */
  @Test
  void whatIsSaidToBeUntestableHasNoCheck() {
    assertThat(ClauseBook.load().clauses())
        .filteredOn(clause -> !clause.isTestable())
        .extracting(Clause::id)
        .doesNotContainAnyElementsOf(checked);
  }
}
