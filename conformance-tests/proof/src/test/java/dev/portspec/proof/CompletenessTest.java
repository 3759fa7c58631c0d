package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No row of the ledger is empty without a reason: the book says what cannot be tested, and what one realm lacks. */
class CompletenessTest {
  private final Set<String> checked =
      Checks.withProperties().stream().flatMap(check -> check.clauses().stream()).collect(Collectors.toSet());

  @Test
  void everyClauseThatOneRealmCanShowHasACheck() {
    assertThat(ClauseBook.load().clauses())
        .filteredOn(clause -> clause.isTestable() && clause.secondRealm().isEmpty())
        .extracting(Clause::id)
        .allSatisfy(id -> assertThat(checked).contains(id));
  }

  /** A check makes what the book says untrue; once the catalogue has checks of two realms, only the first half. */
  @Test
  void whatIsSaidToBeOutOfReachHasNoCheck() {
    assertThat(ClauseBook.load().clauses())
        .filteredOn(clause -> !clause.isTestable() || !clause.secondRealm().isEmpty())
        .extracting(Clause::id)
        .doesNotContainAnyElementsOf(checked);
  }
}
