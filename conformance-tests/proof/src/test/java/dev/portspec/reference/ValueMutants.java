package dev.portspec.reference;

import dev.portspec.api.Boxed;
import dev.portspec.api.DOMException;
import dev.portspec.api.Event;
import dev.portspec.api.EventTarget;
import dev.portspec.api.RegExp;
import dev.portspec.api.Symbol;
import dev.portspec.api.WebDate;
import dev.portspec.api.WebTypeError;
import dev.portspec.reference.CloningVariation.ClonedBy;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import dev.portspec.reference.CloningVariation.SerializedAs;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Predicate;

/** What goes wrong when values without parts are cloned, and when what cannot be cloned is refused. */
final class ValueMutants {
  private ValueMutants() {}

  @Mutant(killedBy = "sc.ser.primitives")
  static final class LosesTheSignOfZero extends SerializedAs<Double> {
    LosesTheSignOfZero() {
      super(Double.class, number -> number.equals(-0.0), number -> 0.0);
    }
  }

  @Mutant(killedBy = "sc.ser.primitives")
  static final class MakesNullOfWhatIsNotFinite extends SerializedAs<Double> {
    MakesNullOfWhatIsNotFinite() {
      super(Double.class, number -> number.isNaN() || number.isInfinite(), number -> null);
    }
  }

  @Mutant(killedBy = "sc.ser.primitives")
  static final class CutsBigintsTo64Bits extends SerializedAs<BigInteger> {
    CutsBigintsTo64Bits() {
      super(BigInteger.class, bigint -> bigint.bitLength() > 63, bigint -> BigInteger.valueOf(bigint.longValue()));
    }
  }

  @Mutant(killedBy = "sc.ser.primitives")
  static final class ReplacesLoneSurrogates extends SerializedAs<String> {
    ReplacesLoneSurrogates() {
      super(String.class, string -> !wellFormed(string).equals(string), ReplacesLoneSurrogates::wellFormed);
    }

    private static String wellFormed(String string) {
      return new String(string.codePoints().map(c -> c >= 0xD800 && c < 0xE000 ? 0xFFFD : c).toArray(),
          0, string.codePointCount(0, string.length()));
    }
  }

  @Mutant(killedBy = "sc.ser.symbol-throws")
  static final class MakesStringsOfSymbols extends SerializedAs<Symbol> {
    MakesStringsOfSymbols() {
      super(Symbol.class, symbol -> true, Symbol::toString);
    }
  }

  private abstract static class Unwraps extends ReceivedAs<Boxed> {
    Unwraps(Class<?> type) {
      super(Boxed.class, boxed -> type.isInstance(boxed.primitive()), Boxed::primitive);
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-boolean")
  static final class UnwrapsBooleans extends Unwraps {
    UnwrapsBooleans() {
      super(Boolean.class);
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-number")
  static final class UnwrapsNumbers extends Unwraps {
    UnwrapsNumbers() {
      super(Double.class);
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-number")
  static final class LosesTheSignOfAWrappedZero extends SerializedAs<Boxed> {
    LosesTheSignOfAWrappedZero() {
      super(Boxed.class, boxed -> boxed.primitive().equals(-0.0), boxed -> new Boxed(0.0));
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-bigint")
  static final class UnwrapsBigints extends Unwraps {
    UnwrapsBigints() {
      super(BigInteger.class);
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-string")
  static final class UnwrapsStrings extends Unwraps {
    UnwrapsStrings() {
      super(String.class);
    }
  }

  @Mutant(killedBy = "sc.ser.date")
  static final class MakesInvalidDatesValid extends ReceivedAs<WebDate> {
    MakesInvalidDatesValid() {
      super(WebDate.class, date -> Double.isNaN(date.time()), date -> new WebDate(0));
    }
  }

  @Mutant(killedBy = "sc.ser.date")
  static final class MakesStringsOfDates extends ReceivedAs<WebDate> {
    MakesStringsOfDates() {
      super(WebDate.class, date -> true, WebDate::toString);
    }
  }

  @Mutant(killedBy = "sc.ser.regexp")
  static final class DropsTheFlags extends ReceivedAs<RegExp> {
    DropsTheFlags() {
      super(RegExp.class, regExp -> !regExp.flags().isEmpty(), regExp -> new RegExp(regExp.source(), ""));
    }
  }

  @Mutant(killedBy = "sc.ser.regexp-lastindex")
  static final class KeepsTheLastIndex extends ClonedBy<RegExp> {
    KeepsTheLastIndex() {
      super(RegExp.class, regExp -> regExp.lastIndex() != 0, regExp -> () -> {
        RegExp clone = new RegExp(regExp.source(), regExp.flags());
        clone.setLastIndex(regExp.lastIndex());
        return clone;
      });
    }
  }

  @Mutant(killedBy = "sc.err.domexception")
  static final class ForgetsTheNameOfADomException extends ReceivedAs<DOMException> {
    ForgetsTheNameOfADomException() {
      super(DOMException.class, exception -> true, exception -> new DOMException(message(exception), "Error"));
    }
  }

  @Mutant(killedBy = "sc.plat.steps-run")
  static final class RestoresAnEmptyDomException extends ReceivedAs<DOMException> {
    RestoresAnEmptyDomException() {
      super(DOMException.class, exception -> true, exception -> new DOMException("", "Error"));
    }
  }

  private static String message(DOMException exception) {
    return String.valueOf(exception.getMessage());
  }

  /** Some values that cannot be cloned are not refused as they should be. */
  private abstract static class Refusing extends Variation {
    private final Predicate<Object> which;

    Refusing(Predicate<Object> which) {
      this.which = which;
    }

    abstract SerializedRecord otherwise(Object value);

    @Override
    final StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord refuse(Object value) {
          if (!which.test(value)) {
            return super.refuse(value);
          }
          exercise();
          return otherwise(value);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.datacloneerror-type")
  static final class RefusesWithATypeError extends Refusing {
    RefusesWithATypeError() {
      super(value -> true);
    }

    @Override
    SerializedRecord otherwise(Object value) {
      throw new WebTypeError("cannot be cloned: " + value);
    }
  }

  @Mutant(killedBy = "sc.ser.datacloneerror-type")
  static final class RefusesWithAnotherName extends Refusing {
    RefusesWithAnotherName() {
      super(value -> true);
    }

    @Override
    SerializedRecord otherwise(Object value) {
      throw new DOMException("cannot be cloned: " + value, "DataError");
    }
  }

  @Mutant(killedBy = "sc.rej.platform-object", seenIn = "denoland/deno#32914")
  static final class MakesPlainObjectsOfPlatformObjects extends Refusing {
    MakesPlainObjectsOfPlatformObjects() {
      super(value -> value instanceof EventTarget || value instanceof Event);
    }

    @Override
    SerializedRecord otherwise(Object value) {
      return new SerializedRecord.Properties();
    }
  }

  @Mutant(killedBy = "sc.ser.boxed-boolean")
  static final class MakesWrappedBooleansTrue extends SerializedAs<Boxed> {
    MakesWrappedBooleansTrue() {
      super(Boxed.class, boxed -> boxed.primitive().equals(false), boxed -> new Boxed(true));
    }
  }

  @Mutant(killedBy = "sc.ser.date")
  static final class RoundsDatesToSeconds extends ReceivedAs<WebDate> {
    RoundsDatesToSeconds() {
      super(WebDate.class, date -> date.time() % 1000 != 0 && !Double.isNaN(date.time()),
          date -> new WebDate(Math.rint(date.time() / 1000) * 1000));
    }
  }

  @Mutant(killedBy = "sc.ser.regexp")
  static final class EscapesTheSource extends ReceivedAs<RegExp> {
    EscapesTheSource() {
      super(RegExp.class, regExp -> regExp.source().contains("\\"),
          regExp -> new RegExp(regExp.source().replace("\\", "\\\\"), regExp.flags()));
    }
  }
}
