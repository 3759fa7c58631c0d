package dev.portspec.harness.trace;

import dev.portspec.harness.backend.Observation;
import java.util.HashSet;
import java.util.Set;

/**
 * Which observations of a world an assertion has named. At the end of a check every one of those that a test must
 * predict has been named: the world is closed.
 */
public final class Claims {
  private final Set<String> claimed = new HashSet<>();
  private final Set<String> countedLabels = new HashSet<>();

  void claim(Observation observation) {
    claimed.add(observation.agent() + observation.n());
  }

  void countCalls(String label) {
    countedLabels.add(label);
  }

  /** Whether an assertion named this observation. */
  public boolean has(Observation observation) {
    return claimed.contains(observation.agent() + observation.n());
  }

  /** Whether an assertion said how often functions of this label are called. */
  public boolean hasCounted(String label) {
    return countedLabels.contains(label);
  }
}
