package dev.portspec.harness;

/** Ends a check, or one try of a property, whose judge ran out of its budget: neither right nor wrong. */
public final class Undecided extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Ends it; the message says what was given up. */
  public Undecided(String message) {
    super(message, null, false, false);
  }
}
