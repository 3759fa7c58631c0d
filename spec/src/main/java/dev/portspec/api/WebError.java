package dev.portspec.api;

/**
 * An Error or one of its kinds. {@code name}, {@code message}, {@code cause} and others are own properties where they
 * have been defined; {@code kind} is the kind of its prototype.
 */
public final class WebError extends PropertyBag {
  private final String kind;

  /** Creates an error without own properties; {@code kind} is {@code Error}, {@code RangeError}, …. */
  public WebError(String kind) {
    this.kind = kind;
  }

  /** Creates an error with an own {@code message}, not enumerable. */
  public WebError(String kind, String message) {
    this.kind = kind;
    define("message", message, false);
  }

  public String kind() {
    return kind;
  }

  @Override
  public String toString() {
    return kind + ": " + stored("message");
  }
}
