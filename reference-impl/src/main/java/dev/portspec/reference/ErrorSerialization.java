package dev.portspec.reference;

import dev.portspec.api.Accessor;
import dev.portspec.api.Boxed;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebError;
import dev.portspec.api.WebTypeError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The branch of StructuredSerializeInternal for Error objects.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 */
class ErrorSerialization {
  private static final Set<String> NAMES =
      Set.of("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError");

  private final StructuredSerializer serializer;

  ErrorSerialization(StructuredSerializer serializer) {
    this.serializer = serializer;
  }

  SerializedRecord error(WebError error) {
    // 1-4. sc.err.order
    String kind = kind(error);
    String message = message(error);
    // 5. sc.err.name-not-copied, sc.err.own-props-dropped
    SerializedRecord.ErrorData serialized =
        serializer.remember(error, new SerializedRecord.ErrorData(kind, message));
    // 6. sc.err.extra-data
    if (isOwnData(error, "cause") && isCarried(error.stored("cause")) && serializer.carriesCauses()) {
      Object cause = error.stored("cause");
      serializer.open(() -> attachCause(serialized, cause));
    }
    return serialized;
  }

  // 1-2. sc.err.unknown-name
  String kind(WebError error) {
    return name(error) instanceof String name && NAMES.contains(name) ? name : "Error";
  }

  // 1. sc.err.name-get-observable, sc.err.prototype-by-name
  @Nullable Object name(WebError error) {
    return error.has("name") ? error.get("name") : error.kind();
  }

  // 3-4. sc.err.message-own-data-only, sc.err.message-absent, sc.err.message-undefined-value
  @Nullable String message(WebError error) {
    return isOwnData(error, "message") ? toString(error.stored("message")) : null;
  }

  static boolean isOwnData(WebError error, String property) {
    return error.has(property) && !(error.stored(property) instanceof Accessor);
  }

  /** What can always be serialized: what is only attached is no reason to refuse a message. */
  private static boolean isCarried(@Nullable Object cause) {
    return cause == null
        || cause instanceof WebError
        || cause instanceof String
        || cause instanceof Number
        || cause instanceof Boolean
        || cause instanceof Undefined;
  }

  /** The only part of an error. */
  private boolean attachCause(SerializedRecord.ErrorData serialized, @Nullable Object cause) {
    if (serialized.hasCause) {
      return false;
    }
    serialized.hasCause = true;
    serialized.cause = serializer.visit(cause);
    return true;
  }

  // https://tc39.es/ecma262/#sec-tostring, as far as values of the binding have a string; sc.err.message-tostring
  String toString(@Nullable Object value) {
    if (value instanceof Symbol) {
      throw new WebTypeError("a symbol has no string: " + value);
    }
    if (value instanceof Boxed boxed) {
      return toString(boxed.primitive());
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    return String.valueOf(value);
  }
}
