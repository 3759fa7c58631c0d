package dev.portspec.api;

/** A TypeError that the binding or an implementation throws. */
public final class WebTypeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WebTypeError(String message) {
    super(message);
  }
}
