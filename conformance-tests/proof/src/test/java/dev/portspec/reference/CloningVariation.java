package dev.portspec.reference;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reference, but for what becomes of some values of a kind when they are cloned. A mutant says which values, and
 * what becomes of them.
 */
abstract class CloningVariation<T> extends Variation {
  private final Class<T> type;
  private final Predicate<? super T> which;

  private CloningVariation(Class<T> type, Predicate<? super T> which) {
    this.type = type;
    this.which = which;
  }

  /** The value, if it is one of those; it is exercised then. */
  final @Nullable T oneOfThose(@Nullable Object value) {
    if (!type.isInstance(value) || !which.test(type.cast(value))) {
      return null;
    }
    exercise();
    return type.cast(value);
  }

  /** Some values are serialized as if they were others. */
  abstract static class SerializedAs<T> extends CloningVariation<T> {
    private final Function<? super T, ? extends @Nullable Object> other;

    SerializedAs(Class<T> type, Predicate<? super T> which, Function<? super T, ? extends @Nullable Object> other) {
      super(type, which);
      this.other = other;
    }

    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        // one for each, so that a cycle stays one
        private final Map<T, @Nullable Object> others = new IdentityHashMap<>();

        @Override
        @Nullable Object visit(@Nullable Object value) {
          T wrong = oneOfThose(value);
          return super.visit(wrong == null ? value : others.computeIfAbsent(wrong, other));
        }
      };
    }
  }

  /** The clones of some objects are made in another way; it is determined when they are serialized. */
  abstract static class ClonedBy<T> extends CloningVariation<T> {
    private final Function<? super T, ? extends Supplier<? extends @Nullable Object>> maker;

    ClonedBy(
        Class<T> type, Predicate<? super T> which,
        Function<? super T, ? extends Supplier<? extends @Nullable Object>> maker) {
      super(type, which);
      this.maker = maker;
    }

    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable SerializedRecord leaf(Object value) {
          T wrong = oneOfThose(value);
          return wrong == null ? super.leaf(value) : new SerializedRecord.Leaf(maker.apply(wrong));
        }
      };
    }
  }

  /** Some clones are replaced by something else; one with parts has none yet. */
  abstract static class ReceivedAs<T> extends CloningVariation<T> {
    private final Function<? super T, ? extends @Nullable Object> other;

    ReceivedAs(Class<T> type, Predicate<? super T> which, Function<? super T, ? extends @Nullable Object> other) {
      super(type, which);
      this.other = other;
    }

    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        @Nullable Object create(SerializedRecord serialized) {
          Object clone = super.create(serialized);
          T wrong = oneOfThose(clone);
          return wrong == null ? clone : other.apply(wrong);
        }
      };
    }
  }
}
