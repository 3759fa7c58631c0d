package dev.portspec.harness;

import dev.portspec.harness.trace.EventView;
import dev.portspec.harness.trace.Observed;
import dev.portspec.harness.trace.OutcomeView;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions on what was seen, for static import. Each belongs to the clause that the check is about at that point. */
public final class Assertions {
  private Assertions() {}

  public static TraceAssert assertThat(Trace trace) {
    return new TraceAssert(trace);
  }

  public static OutcomeAssert assertThat(OutcomeView outcome) {
    return new OutcomeAssert(outcome);
  }

  public static ValueAssert assertThat(Observed observed) {
    return new ValueAssert(observed);
  }

  public static EventAssert assertThat(EventView event) {
    return new EventAssert(event);
  }

  /** Observes the expression in a script of its own. */
  public static ValueAssert assertThat(Value value) {
    return new ValueAssert(value.realm.world().observeNow(value));
  }

  public static WatchedAssert assertThat(Watched watched) {
    return new WatchedAssert(watched);
  }

  /** On several values, in order. */
  public static DataAssert assertThat(List<Observed> values) {
    return new DataAssert("values", values);
  }

  /**
   * Says which clause the assertions of a block belong to; what fails in it is kept, and the check goes on to its
   * next clause.
   */
  public static void verifying(String clause, Runnable assertions) {
    ClauseLedger.current().verifying(clause, assertions);
  }

  /** The clauses that the check lists, for what verifies whatever is listed; outside a check, none. */
  public static List<String> listedClauses() {
    return ClauseLedger.current().listed();
  }

  /**
   * Asserts what has no words of its own.
   *
   * @param what what was looked at, in words that are the same each time, and so are the other texts but the details
   * @param details what may differ from run to run
   */
  public static void assertThat(String what, boolean holds, String expected, String seen, String details) {
    Judge.that(what, holds, expected, seen, details);
  }

  /** A named outcome of a contested clause, for {@link TraceAssert#showsOneOf}. */
  public static ContestedOutcome outcome(String name, Consumer<Trace> assertions) {
    return new ContestedOutcome(name, assertions);
  }

  /** An attribute of an event with the value that it must have. */
  public static Attribute attribute(String name, @Nullable Object value) {
    return new Attribute(name, value);
  }

  /** One attribute of an event. */
  public record Attribute(String name, @Nullable Object value) {}

  /** One of several outcomes. */
  public record ContestedOutcome(String name, Consumer<Trace> assertions) {}
}
