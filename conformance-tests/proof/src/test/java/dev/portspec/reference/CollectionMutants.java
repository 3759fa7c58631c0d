package dev.portspec.reference;

import dev.portspec.api.Hole;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import dev.portspec.reference.CloningVariation.SerializedAs;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong when arrays, Maps and Sets are cloned. */
final class CollectionMutants {
  private CollectionMutants() {}

  @Mutant(killedBy = "sc.ser.map")
  static final class TurnsMapsAround extends SerializedAs<WebMap> {
    TurnsMapsAround() {
      super(WebMap.class, map -> map.size() > 1, map -> {
        List<WebMap.Entry> entries = map.entries();
        Collections.reverse(entries);
        WebMap around = new WebMap();
        entries.forEach(entry -> around.set(entry.key(), entry.value()));
        return around;
      });
    }
  }

  @Mutant(killedBy = "sc.ser.map")
  static final class KeepsTheKeys extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          for (WebMap.Entry entry : map.entries()) {
            Object key = entry.key();
            if (key instanceof PropertyBag) {
              exercise();
              serializer.remember(key, new SerializedRecord.Leaf(() -> key));
            }
          }
          return super.copiedList(map);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.set")
  static final class TurnsSetsAround extends SerializedAs<WebSet> {
    TurnsSetsAround() {
      super(WebSet.class, set -> set.size() > 1, set -> {
        List<@Nullable Object> values = set.values();
        Collections.reverse(values);
        WebSet around = new WebSet();
        values.forEach(around::add);
        return around;
      });
    }
  }

  @Mutant(killedBy = "sc.ser.set")
  static final class MakesArraysOfSets extends SerializedAs<WebSet> {
    MakesArraysOfSets() {
      super(WebSet.class, set -> true, WebSet::values);
    }
  }

  /** Goes over what a list is at each step, where the list at the beginning would be right. */
  private static Iterator<@Nullable Object> live(Variation mutant, Supplier<List<@Nullable Object>> list) {
    List<@Nullable Object> copy = list.get();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        if (!list.get().equals(copy)) {
          mutant.exercise();
        }
        return next < list.get().size();
      }

      @Override
      public @Nullable Object next() {
        return list.get().get(next++);
      }
    };
  }

  @Mutant(killedBy = "sc.ser.map-snapshot")
  static final class ReadsTheMapAsItChanges extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          return live(ReadsTheMapAsItChanges.this, () -> keysAndValues(map));
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.set-snapshot")
  static final class ReadsTheSetAsItChanges extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebSet set) {
          return live(ReadsTheSetAsItChanges.this, set::values);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-length")
  static final class CutsTrailingHolesOff extends ReceivedAs<Object> {
    CutsTrailingHolesOff() {
      super(Object.class, clone -> clone instanceof List<?> list && endsInHole(list), clone -> {
        List<?> list = (List<?>) clone;
        while (endsInHole(list)) {
          list.remove(list.size() - 1);
        }
        return list;
      });
    }

    private static boolean endsInHole(List<?> list) {
      return !list.isEmpty() && list.get(list.size() - 1) == Hole.HOLE;
    }
  }

  @Mutant(killedBy = "sc.ser.array-holes")
  static final class FillsHoles extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements serialized = (SerializedRecord.Elements) super.array(value, elements, others);
          if (elements.contains(Hole.HOLE)) {
            exercise();
            Arrays.fill(serialized.elements, Undefined.UNDEFINED);
          }
          return serialized;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-extra-props")
  static final class TakesElementsOnly extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          if (others != null && !enumerableOwnKeys(others).isEmpty()) {
            exercise();
          }
          return super.array(value, elements, null);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-length-early")
  static final class ReadsTheLengthLast extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements[] serialized = new SerializedRecord.Elements[1];
          // below its elements on the stack, so after them
          serializer.open(() -> {
            if (elements.size() != serialized[0].elements.length) {
              exercise();
              serialized[0].elements = Arrays.copyOf(serialized[0].elements, elements.size());
            }
            return false;
          });
          serialized[0] = (SerializedRecord.Elements) super.array(value, elements, others);
          return serialized[0];
        }
      };
    }
  }
}
