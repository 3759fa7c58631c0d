package dev.portspec.reference;

import dev.portspec.api.Accessor;
import dev.portspec.api.Boxed;
import dev.portspec.api.Symbol;
import dev.portspec.api.WebError;
import dev.portspec.api.WebTypeError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The branch of StructuredSerializeInternal for Error objects. */
final class ErrorSerialization {
  private static final Set<String> NAMES =
      Set.of("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError");

  private ErrorSerialization() {}

  static SerializedRecord of(WebError error) {
    // 1-2. sc.err.name-get-observable, sc.err.unknown-name, sc.err.order
    Object name = error.has("name") ? error.get("name") : error.kind();
    String kind = name instanceof String string && NAMES.contains(string) ? string : "Error";
    // 3-4. sc.err.message-own-data-only, sc.err.message-absent
    if (!error.has("message") || error.stored("message") instanceof Accessor) {
      return new SerializedRecord.Leaf(() -> new WebError(kind));
    }
    // sc.err.message-tostring, sc.err.message-undefined-value
    String message = toString(error.stored("message"));
    // sc.err.message-descriptor, sc.err.name-not-copied, sc.err.own-props-dropped
    return new SerializedRecord.Leaf(() -> new WebError(kind, message));
  }

  // https://tc39.es/ecma262/#sec-tostring, as far as values of the binding have a string
  private static String toString(@Nullable Object value) {
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
