package dev.portspec.reference;

import dev.portspec.api.Accessor;
import dev.portspec.api.Boxed;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebError;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong when errors are cloned. */
final class ErrorMutants {
  private ErrorMutants() {}

  @Mutant(killedBy = "sc.err.prototype-by-name")
  static final class MakesAllErrorsTheSame extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        String kind(WebError error) {
          if (!super.kind(error).equals("Error")) {
            exercise();
          }
          return "Error";
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.prototype-by-name")
  static final class KeepsTheKind extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        String kind(WebError error) {
          String right = super.kind(error);
          if (right.equals("Error") || right.equals(error.kind())) {
            return right;
          }
          exercise();
          return error.kind();
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.unknown-name")
  static final class IgnoresUnknownNames extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        String kind(WebError error) {
          String right = super.kind(error);
          if (!right.equals("Error") || error.kind().equals("Error")) {
            return right;
          }
          exercise();
          return error.kind();
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.name-get-observable")
  static final class ReadsTheNameTwice extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        @Nullable Object name(WebError error) {
          if (error.stored("name") instanceof Accessor) {
            exercise();
            super.name(error);
          }
          return super.name(error);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.name-get-observable")
  static final class HidesWhatTheNameThrows extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        @Nullable Object name(WebError error) {
          try {
            return super.name(error);
          } catch (RuntimeException e) {
            exercise();
            return "Error";
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.order")
  static final class ConvertsTheMessageFirst extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        String kind(WebError error) {
          if (error.stored("name") instanceof Accessor) {
            exercise();
          }
          message(error);
          return super.kind(error);
        }
      };
    }
  }

  /** Something of the original is added to the clone. */
  private abstract static class Keeps extends Variation {
    private final Map<SerializedRecord, WebError> originals = new IdentityHashMap<>();

    abstract void keep(WebError original, WebError clone);

    @Override
    final ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        SerializedRecord error(WebError error) {
          SerializedRecord serialized = super.error(error);
          originals.put(serialized, error);
          return serialized;
        }
      };
    }

    @Override
    final StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        WebError error(SerializedRecord.ErrorData serialized) {
          WebError clone = super.error(serialized);
          keep(originals.getOrDefault(serialized, clone), clone);
          return clone;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.name-not-copied")
  static final class CopiesTheName extends Keeps {
    @Override
    void keep(WebError original, WebError clone) {
      if (original.stored("name") instanceof String name) {
        exercise();
        clone.define("name", name, false);
      }
    }
  }

  @Mutant(killedBy = "sc.err.own-props-dropped")
  static final class CarriesInventedProperties extends Keeps {
    @Override
    void keep(WebError original, WebError clone) {
      for (Object key : original.ownKeys()) {
        if (!Set.of("name", "message", "cause", "stack").contains(key)) {
          exercise();
          clone.define(key, original.get(key));
        }
      }
    }
  }

  /** The message of some errors is another one. */
  private abstract static class Messages extends Variation {
    abstract @Nullable String message(WebError error, ErrorSerialization right);

    @Override
    final ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      ErrorSerialization right = new ErrorSerialization(serializer);
      return new ErrorSerialization(serializer) {
        @Override
        @Nullable String message(WebError error) {
          return Messages.this.message(error, right);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.err.message-own-data-only")
  static final class ReadsAnAccessorAsMessage extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (!(error.stored("message") instanceof Accessor)) {
        return right.message(error);
      }
      exercise();
      return right.toString(error.get("message"));
    }
  }

  @Mutant(killedBy = "sc.err.message-undefined-value")
  static final class DropsAnUndefinedMessage extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (!error.has("message") || !(error.stored("message") instanceof Undefined)) {
        return right.message(error);
      }
      exercise();
      return null;
    }
  }

  @Mutant(killedBy = "sc.err.message-absent")
  static final class MakesAnEmptyMessage extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (error.has("message")) {
        return right.message(error);
      }
      exercise();
      return "";
    }
  }

  @Mutant(killedBy = "sc.err.message-tostring")
  static final class DropsMessagesThatAreNoStrings extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (!(error.stored("message") instanceof Number)) {
        return right.message(error);
      }
      exercise();
      return null;
    }
  }

  @Mutant(killedBy = "sc.err.message-tostring")
  static final class DescribesASymbol extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (!(error.stored("message") instanceof Symbol symbol)) {
        return right.message(error);
      }
      exercise();
      return symbol.toString();
    }
  }

  @Mutant(killedBy = "sc.err.message-tostring")
  static final class DropsANullMessage extends Messages {
    @Override
    @Nullable String message(WebError error, ErrorSerialization right) {
      if (!error.has("message") || error.stored("message") != null) {
        return right.message(error);
      }
      exercise();
      return null;
    }
  }

  @Mutant(killedBy = "sc.err.unknown-name")
  static final class ConvertsTheName extends Variation {
    @Override
    ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
      return new ErrorSerialization(serializer) {
        @Override
        @Nullable Object name(WebError error) {
          Object name = super.name(error);
          if (!(name instanceof Boxed boxed)) {
            return name;
          }
          exercise();
          return boxed.primitive();
        }
      };
    }
  }
}
