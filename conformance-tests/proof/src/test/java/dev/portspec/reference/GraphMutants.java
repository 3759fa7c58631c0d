package dev.portspec.reference;

import dev.portspec.api.Accessor;
import dev.portspec.api.Boxed;
import dev.portspec.api.PlainObject;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebDate;
import dev.portspec.reference.CloningVariation.SerializedAs;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the shape of a message: order, sharing, cycles, and parts that cannot be cloned. */
final class GraphMutants {
  private GraphMutants() {}

  @Mutant(killedBy = "sc.ser.depth-first")
  static final class SerializesBreadthFirst extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        void open(Unfinished object) {
          if (!open().isEmpty()) {
            exercise();
          }
          open().add(object);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.cycle")
  static final class CutsCycles extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        private final Set<Object> unfinished = Collections.newSetFromMap(new IdentityHashMap<>());
        private Object latest = this;

        @Override
        <R extends SerializedRecord> R remember(Object value, R serialized) {
          latest = value;
          return super.remember(value, serialized);
        }

        @Override
        void open(Unfinished object) {
          Object value = latest;
          unfinished.add(value);
          super.open(() -> {
            boolean more = object.serializeNext();
            if (!more) {
              unfinished.remove(value);
            }
            return more;
          });
        }

        @Override
        @Nullable Object remembered(Object value) {
          if (unfinished.contains(value)) {
            exercise();
            return Undefined.UNDEFINED;
          }
          return super.remembered(value);
        }
      };
    }
  }

  /** Some records are deserialized again wherever they are referred to. */
  private abstract static class Copies extends Variation {
    private final Predicate<SerializedRecord> which;

    Copies(Predicate<SerializedRecord> which) {
      this.which = which;
    }

    @Override
    final StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        boolean isRemembered(SerializedRecord serialized) {
          if (super.isRemembered(serialized) && which.test(serialized)) {
            exercise();
            return false;
          }
          return super.isRemembered(serialized);
        }
      };
    }

    /** What has no objects inside is in no cycle. */
    static boolean arePrimitive(Collection<?> parts) {
      return parts.stream().noneMatch(SerializedRecord.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedObjects extends Copies {
    CopiesSharedObjects() {
      super(serialized -> serialized instanceof SerializedRecord.Properties data && arePrimitive(data.values));
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedLeaves extends Copies {
    CopiesSharedLeaves() {
      super(SerializedRecord.Leaf.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedViews extends Copies {
    CopiesSharedViews() {
      super(SerializedRecord.View.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedErrors extends Copies {
    CopiesSharedErrors() {
      super(SerializedRecord.ErrorData.class::isInstance);
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedMaps extends Copies {
    CopiesSharedMaps() {
      super(serialized -> serialized instanceof SerializedRecord.MapData data && arePrimitive(data.keysAndValues));
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedSets extends Copies {
    CopiesSharedSets() {
      super(serialized -> serialized instanceof SerializedRecord.SetData data && arePrimitive(data.values));
    }
  }

  @Mutant(killedBy = "sc.ser.shared-identity")
  static final class CopiesSharedArrays extends Copies {
    CopiesSharedArrays() {
      super(serialized ->
          serialized instanceof SerializedRecord.Elements data && arePrimitive(Arrays.asList(data.elements)));
    }
  }

  @Mutant(killedBy = "sc.ser.shared-serialized-once")
  static final class ReadsSharedObjectsAgain extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable Object remembered(Object value) {
          Object serialized = super.remembered(value);
          if (serialized != null && value instanceof PlainObject object) {
            object.ownKeys().stream().filter(key -> object.stored(key) instanceof Accessor).forEach(key -> {
              exercise();
              object.get(key);
            });
          }
          return serialized;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.equal-not-merged")
  static final class MergesEqualArrays extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        private final Map<Object, Object> canonical = new HashMap<>();

        @Override
        @Nullable Object visit(@Nullable Object value) {
          if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            return super.visit(value);
          }
          Object equal = canonical.computeIfAbsent(List.copyOf(list), key -> value);
          if (equal != value) {
            exercise();
          }
          return super.visit(equal);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.rej.nested")
  static final class LeavesOutWhatCannotBeCloned extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord refuse(Object value) {
          if (open().isEmpty()) {
            return super.refuse(value);
          }
          exercise();
          return new SerializedRecord.Leaf(() -> Undefined.UNDEFINED);
        }
      };
    }
  }

  /** Objects of a kind are one if their content is. */
  private abstract static class Merges<T> extends SerializedAs<T> {
    Merges(Class<T> type, Function<? super T, Object> content) {
      this(type, content, new HashMap<>());
    }

    private Merges(Class<T> type, Function<? super T, Object> content, Map<Object, T> canonical) {
      super(type, value -> canonical.computeIfAbsent(content.apply(value), key -> value) != value,
          value -> canonical.get(content.apply(value)));
    }
  }

  @Mutant(killedBy = "sc.ser.equal-not-merged")
  static final class MergesEqualDates extends Merges<WebDate> {
    MergesEqualDates() {
      super(WebDate.class, WebDate::time);
    }
  }

  @Mutant(killedBy = "sc.ser.equal-not-merged")
  static final class MergesEqualWrappers extends Merges<Boxed> {
    MergesEqualWrappers() {
      super(Boxed.class, Boxed::primitive);
    }
  }
}
