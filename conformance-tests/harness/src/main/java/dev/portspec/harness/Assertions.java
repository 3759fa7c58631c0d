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
