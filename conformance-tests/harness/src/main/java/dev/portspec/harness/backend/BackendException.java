package dev.portspec.harness.backend;

import org.jspecify.annotations.Nullable;

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

  /** What an implementation did instead of answering: the same words each time, whatever the circumstances. */
  public enum Failure {
    HANGS("no answer in time"),
    ENDS("its process or connection ended"),
    BABBLES("an answer that is none"),
    FLOODS("it does not come to rest"),
    THROWS("it threw where it must answer");

    private final String text;

    Failure(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final Side side;
  private final @Nullable Failure failure;

  /** A failure of the implementation. */
  public BackendException(Failure failure, String message) {
    this(failure, message, null);
  }

  /** A failure of the implementation. */
  public BackendException(Failure failure, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.side = Side.SUBJECT;
    this.failure = failure;
  }

  private BackendException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.side = Side.HARNESS;
    this.failure = null;
  }

  /** A failure of ours, or of this machine. */
  public static BackendException ours(String message, @Nullable Throwable cause) {
    return new BackendException(message, cause);
  }

  public Side side() {
    return side;
  }

  /** What the implementation did; null where it is not at fault. */
  public @Nullable Failure failure() {
    return failure;
  }
}
