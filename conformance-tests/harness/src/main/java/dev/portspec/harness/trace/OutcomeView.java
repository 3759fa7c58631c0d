package dev.portspec.harness.trace;

import dev.portspec.harness.backend.Observation;
import org.jspecify.annotations.Nullable;

/** How an {@code attempt} ended. */
public final class OutcomeView {
  private final Observation observation;

  OutcomeView(Observation observation) {
    this.observation = observation;
  }

  public String label() {
    return observation.label();
  }

  /** Whether it threw. */
  public boolean threw() {
    return observation.body().containsKey("threw");
  }

  /** What was thrown or returned. */
  public Observed value() {
    return new Observed(label(), observation.agent(), observation.get(threw() ? "threw" : "returned"));
  }

  /** The name of the DOMException or the kind of the error that was thrown; null for anything else. */
  public @Nullable String thrownName() {
    return threw() ? Observed.exceptionName(observation.get("threw")) : null;
  }

  /** In words. */
  public String text() {
    return threw() ? "threw " + value().brief() : "returned " + value().text();
  }
}
