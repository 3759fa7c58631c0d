package dev.portspec.harness;

import dev.portspec.harness.trace.Divergence;
import dev.portspec.harness.trace.Observed;
import dev.portspec.harness.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions on a trace. */
public final class TraceAssert {
  private final Trace trace;

  TraceAssert(Trace trace) {
    this.trace = trace;
  }

  /** On the data of the recorded events of a type. */
  public DataAssert dataOf(String type) {
    return new DataAssert("data of " + type, trace.dataOf(type));
  }

  /** The calls, labels and reports that are named here came in this order, and no further ones of these names. */
  public TraceAssert marks(String... marks) {
    if (marks.length == 0) {
      throw new HarnessException("marks() names nothing: neverCalled(label) says that something did not happen");
    }
    Judge.equal("order of calls, labels and reports", Arrays.asList(marks), trace.marks(marks));
    return this;
  }

  /** Exactly these values were reported as uncaught exceptions: strings, or the messages of errors. */
  public TraceAssert reported(String... messages) {
    List<@Nullable String> seen = new ArrayList<>();
    for (Observed report : trace.reported()) {
      seen.add(ValueAssert.message(report));
    }
    Judge.equal("reported exceptions", Arrays.asList(messages), seen);
    return this;
  }

  /** Uncaught exceptions may have been reported: the check is not about reports, and not every agent makes them. */
  public TraceAssert mayReport() {
    trace.allowReports();
    return this;
  }

  /** Functions of this label were called so often. */
  public TraceAssert called(String label, int times) {
    Judge.equal("calls of " + label, times, trace.calls(label));
    return this;
  }

  /** Functions of this label were called with so many arguments each time. */
  public TraceAssert calledWith(String label, Integer... counts) {
    Judge.equal("numbers of arguments of " + label, Arrays.asList(counts), trace.argumentCounts(label));
    return this;
  }

  /** The time stamps of the events that were recorded under this label are finite and do not decrease. */
  public TraceAssert timeStampsInOrder(String label) {
    List<Double> stamps = trace.timeStamps(label);
    Judge.that("time stamps at " + label, !stamps.isEmpty() && stamps.stream().allMatch(Double::isFinite),
        "finite numbers", "something else");
    Judge.that("time stamps at " + label, stamps.stream().sorted().toList().equals(stamps),
        "never a smaller one after a greater one", "one");
    return this;
  }

  public TraceAssert neverCalled(String label) {
    return called(label, 0);
  }

  /** What has these labels is allowed, not required. */
  public TraceAssert mayShow(String... labels) {
    trace.by(labels).allow();
    return this;
  }

  /**
   * One of the outcomes that the clause book records for a contested clause was seen; the verdict says which.
   *
   * @throws HarnessException if several match, or the book has no such outcome
   */
  public void showsOneOf(Assertions.ContestedOutcome... outcomes) {
    List<String> matching = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    ClauseLedger ledger = ClauseLedger.current();
    for (Assertions.ContestedOutcome outcome : outcomes) {
      ledger.checkOutcome(outcome.name());
      try {
        trace.tentatively(() -> outcome.assertions().accept(trace));
        matching.add(outcome.name());
      } catch (AssertionError e) {
        reasons.add(outcome.name() + ", but " + (e instanceof Divergence seen ? seen.seen() : e.getMessage()));
      }
    }
    if (matching.size() > 1) {
      throw new HarnessException("several outcomes match, so the check tells nothing: " + matching);
    }
    Judge.that("outcome", matching.size() == 1, "one of those recorded", String.join("; ", reasons));
    ledger.contested(matching.get(0));
  }
}
