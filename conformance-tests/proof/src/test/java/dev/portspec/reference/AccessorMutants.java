package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.Accessor;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebMap;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with accessors, and with what they change while a message is serialized. */
final class AccessorMutants {
  private AccessorMutants() {}

  /** Something else is done where an accessor should be called. */
  private abstract static class Accessors extends Variation {
    abstract @Nullable Object read(PropertyBag object, String key);

    @Override
    final ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        @Nullable Object get(PropertyBag object, String key) {
          return object.stored(key) instanceof Accessor ? read(object, key) : super.get(object, key);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.object-attributes-reset")
  static final class KeepsAccessors extends Accessors {
    @Override
    @Nullable Object read(PropertyBag object, String key) {
      exercise();
      Object value = object.get(key);
      return (HostSerializable) () -> () -> (Accessor) () -> value;
    }
  }

  @Mutant(killedBy = "sc.ser.getter-runs")
  static final class DoesNotRunAccessors extends Accessors {
    @Override
    @Nullable Object read(PropertyBag object, String key) {
      exercise();
      return Undefined.UNDEFINED;
    }
  }

  @Mutant(killedBy = "sc.ser.getter-throws")
  static final class RefusesWhereAnAccessorThrows extends Accessors {
    @Override
    @Nullable Object read(PropertyBag object, String key) {
      try {
        return object.get(key);
      } catch (RuntimeException e) {
        exercise();
        throw dataCloneError("an accessor threw: " + e.getMessage());
      }
    }
  }

  @Mutant(killedBy = "sc.ser.key-list-fixed")
  static final class TakesPropertiesThatAreAddedLate extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<String> keys(PropertyBag object) {
          List<String> right = enumerableOwnKeys(object);
          return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
              if (enumerableOwnKeys(object).size() > right.size()) {
                exercise();
              }
              return next < Math.max(right.size(), enumerableOwnKeys(object).size());
            }

            @Override
            public String next() {
              int i = next++;
              return i < right.size() ? right.get(i) : enumerableOwnKeys(object).get(i);
            }
          };
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.deleted-key-skipped")
  static final class MakesUndefinedOfWhatIsDeleted extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        boolean hasOwnProperty(PropertyBag object, String key) {
          if (!super.hasOwnProperty(object, key)) {
            exercise();
          }
          return true;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.getter-runs")
  static final class KeepsWhatAnAccessorReturns extends Accessors {
    @Override
    @Nullable Object read(PropertyBag object, String key) {
      Object value = object.get(key);
      if (!(value instanceof PropertyBag || value instanceof List<?>)) {
        return value;
      }
      exercise();
      return (HostSerializable) () -> () -> value;
    }
  }

  @Mutant(killedBy = "sc.ser.depth-first")
  static final class ReadsTheValueOfAnEntryFirst extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord map(WebMap map) {
          SerializedRecord.MapData[] serialized = new SerializedRecord.MapData[1];
          serializer.open(() -> {
            swapPairs(serialized[0].keysAndValues);
            return false;
          });
          serialized[0] = (SerializedRecord.MapData) super.map(map);
          return serialized[0];
        }

        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          List<@Nullable Object> keysAndValues = keysAndValues(map);
          if (!keysAndValues.isEmpty()) {
            exercise();
          }
          swapPairs(keysAndValues);
          return keysAndValues.iterator();
        }
      };
    }

    private static void swapPairs(List<@Nullable Object> keysAndValues) {
      for (int i = 0; i < keysAndValues.size(); i += 2) {
        Collections.swap(keysAndValues, i, i + 1);
      }
    }
  }

  @Mutant(killedBy = "sc.ser.getter-runs")
  static final class DoesNotRunAccessorsOfArrays extends Accessors {
    @Override
    @Nullable Object read(PropertyBag object, String key) {
      if (!(object instanceof ArrayObject)) {
        return object.get(key);
      }
      exercise();
      return Undefined.UNDEFINED;
    }
  }
}
