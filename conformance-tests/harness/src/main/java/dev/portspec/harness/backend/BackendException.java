package dev.portspec.harness.backend;

/** The implementation did not answer as it must: who is at fault, and what happened in words. */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Side {
    /** The implementation under test: the check fails. */
    SUBJECT,
    /** The harness, its transport or this machine: the check has no verdict. */
    HARNESS
  }

  private final Side side;

  public BackendException(Side side, String message) {
    super(message);
    this.side = side;
  }

  public BackendException(Side side, String message, Throwable cause) {
    super(message, cause);
    this.side = side;
  }

  public Side side() {
    return side;
  }
}
