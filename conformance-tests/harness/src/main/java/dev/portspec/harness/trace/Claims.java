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

  /** What is named by now, to go back to. */
  Claims copy() {
    Claims copy = new Claims();
    copy.claimed.addAll(claimed);
    copy.countedLabels.addAll(countedLabels);
    return copy;
  }

  /** Names what the other names, and nothing else. */
  void reset(Claims before) {
    claimed.retainAll(before.claimed);
    countedLabels.retainAll(before.countedLabels);
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
