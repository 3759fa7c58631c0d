package dev.portspec.api;

/** A RangeError that the binding or an implementation throws. */
public final class WebRangeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WebRangeError(String message) {
    super(message);
  }
}
