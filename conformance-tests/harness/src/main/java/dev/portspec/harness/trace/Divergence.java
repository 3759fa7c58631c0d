package dev.portspec.harness.trace;

import org.opentest4j.AssertionFailedError;

/** An implementation did something else than the clause asks. */
public final class Divergence extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private final String seen;

  /**
   * A divergence.
   *
   * @param what what was looked at
   * @param expected what the clause allows
   * @param seen what there was, in words that are the same each time
   */
  public Divergence(String what, String expected, String seen) {
    this(what, expected, seen, "");
  }

  /**
   * A divergence with more to say.
   *
   * @param details what may differ from run to run
   */
  public Divergence(String what, String expected, String seen, String details) {
    super(
        "%s%n  expected: %s%n  but saw:  %s%s"
            .formatted(what, expected, seen, details.isEmpty() ? "" : System.lineSeparator() + "  " + details),
        expected,
        seen);
    this.seen = what + ": " + seen;
  }

  /** What was seen, in one line. */
  public String seen() {
    return seen;
  }
}
