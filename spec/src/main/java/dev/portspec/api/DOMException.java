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
      case "IndexSizeError" -> 1;
      case "HierarchyRequestError" -> 3;
      case "WrongDocumentError" -> 4;
      case "InvalidCharacterError" -> 5;
      case "NoModificationAllowedError" -> 7;
      case "NotFoundError" -> 8;
      case "NotSupportedError" -> 9;
      case "InUseAttributeError" -> 10;
      case "InvalidStateError" -> 11;
      case "SyntaxError" -> 12;
      case "InvalidModificationError" -> 13;
      case "NamespaceError" -> 14;
      case "InvalidAccessError" -> 15;
      case "TypeMismatchError" -> 17;
      case "SecurityError" -> 18;
      case "NetworkError" -> 19;
      case "AbortError" -> 20;
      case "URLMismatchError" -> 21;
      case "TimeoutError" -> 23;
      case "InvalidNodeTypeError" -> 24;
      case "DataCloneError" -> 25;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return name + ": " + getMessage();
  }
}
