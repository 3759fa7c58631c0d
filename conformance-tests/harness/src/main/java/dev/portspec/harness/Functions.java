package dev.portspec.harness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every function that a test wrote, and how often each is expected to be called. A function whose body records nothing
 * is expected exactly once for each body, so that a carrier that never ran cannot leave a test green.
 */
final class Functions {
  private final List<Expectation> all = new ArrayList<>();
  private int ids;

  /** A number for a new function. */
  int newId() {
    return ++ids;
  }

  void add(Expectation expectation) {
    all.add(expectation);
  }

  List<Expectation> all() {
    return all;
  }

  /**
   * How often a function is expected to be called.
   *
   * @param id its number
   * @param label as the test wrote it, or {@code f} and its number
   * @param calls exactly so often; {@link #ANY} for as often as it likes; null where the test does not say, and then
   *     each silent body runs exactly once
   * @param silent for each body, whether it records nothing
   */
  record Expectation(int id, String label, @Nullable Integer calls, List<Boolean> silent) {
    /** As often as it likes. */
    static final int ANY = -1;
  }
}
