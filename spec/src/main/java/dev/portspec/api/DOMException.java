package dev.portspec.api;

/**
 * A DOMException, thrown or as a value.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
 */
public final class DOMException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  /** Creates an exception; {@code name} is {@code DataCloneError}, {@code InvalidStateError}, …. */
  public DOMException(String message, String name) {
    super(message);
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** The legacy code: 25 for {@code DataCloneError}; 0 for names that never had one. */
  public int code() {
    return switch (name) {
      case "NotSupportedError" -> 9;
      case "InvalidStateError" -> 11;
      case "SyntaxError" -> 12;
      case "InvalidAccessError" -> 15;
      case "SecurityError" -> 18;
      case "AbortError" -> 20;
      case "TimeoutError" -> 23;
      case "DataCloneError" -> 25;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return name + ": " + getMessage();
  }
}
