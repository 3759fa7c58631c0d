package dev.portspec.harness;

import dev.portspec.harness.run.Verdict;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which clause each assertion of the running check belongs to, and what came of it.
 *
 * <p><b>Threads:</b> a check runs on one thread, and so does everything that asks for its ledger.
 */
public final class ClauseLedger {
  private static final ThreadLocal<@Nullable ClauseLedger> CURRENT = new ThreadLocal<>();

  private final List<String> listed;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<String, AssertionError> failures = new LinkedHashMap<>();
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private @Nullable String clause;

  /** The ledger of a check that is there for these clauses; none for assertions outside a check. */
  public ClauseLedger(List<String> listed) {
    this.listed = List.copyOf(listed);
    this.clause = listed.size() == 1 ? listed.get(0) : null;
  }

  static ClauseLedger current() {
    ClauseLedger ledger = CURRENT.get();
    return ledger == null ? new ClauseLedger(List.of()) : ledger;
  }

  /** Makes this the ledger of this thread while the body runs. */
  public <T> T during(Supplier<T> body) {
    ClauseLedger before = CURRENT.get();
    CURRENT.set(this);
    try {
      return body.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** An assertion ran. */
  void asserted() {
    if (clause != null) {
      verdicts.putIfAbsent(clause, Verdict.PASS);
    } else if (!listed.isEmpty()) {
      throw new HarnessException("the check lists several clauses, so each assertion says verifying(\"…\", () -> …)");
    }
  }

  void verifying(String verified, Runnable assertions) {
    if (!listed.isEmpty() && !listed.contains(verified)) {
      throw new HarnessException("verifying a clause that the check does not list: " + verified);
    }
    String before = clause;
    clause = verified;
    try {
      assertions.run();
    } catch (AssertionError e) {
      verdicts.put(verified, Verdict.FAIL);
      failures.putIfAbsent(verified, e);
    } finally {
      clause = before;
    }
  }

  /** The clauses that the check is there for. */
  List<String> listed() {
    return listed;
  }

  /** Whether the check is there for this clause; outside a check, every clause counts. */
  boolean speaksOf(String asked) {
    return listed.isEmpty() || listed.contains(asked);
  }

  void checkOutcome(String outcome) {
    if (clause == null) {
      return;
    }
    Clause contested = ClauseBook.load().clause(clause);
    if (contested.contested() == null || !contested.contested().outcomes().containsKey(outcome)) {
      throw new HarnessException("the clause book has no outcome '%s' of %s".formatted(outcome, clause));
    }
  }

  void contested(String outcome) {
    if (clause != null) {
      verdicts.merge(clause, Verdict.CONTESTED, (before, now) -> before == Verdict.FAIL ? before : now);
      outcomes.put(clause, outcome);
    }
  }

  /** The check failed outside any {@code verifying}: that counts for its first clause. */
  public void failed(AssertionError failure) {
    String blamed = clause != null ? clause : listed.isEmpty() ? "adapter" : listed.get(0);
    verdicts.put(blamed, Verdict.FAIL);
    failures.putIfAbsent(blamed, failure);
  }

  /** The verdict of the assertions of each clause; a clause without one is not here. */
  public Map<String, Verdict> verdicts() {
    return verdicts;
  }

  /** The first failure of each clause that failed. */
  public Map<String, AssertionError> failures() {
    return failures;
  }

  /** The outcome that was seen of each contested clause. */
  public Map<String, String> outcomes() {
    return outcomes;
  }

  /** The clauses that were listed and have no assertion that ran. */
  public List<String> unasserted() {
    return listed.stream().filter(each -> !verdicts.containsKey(each)).toList();
  }
}
