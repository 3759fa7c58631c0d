package dev.portspec.reference;

import dev.portspec.api.PropertyBag;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import dev.portspec.reference.CloningVariation.SerializedAs;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong when Maps and Sets are cloned. */
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

  @Mutant(killedBy = "sc.ser.map")
  static final class KeepsTheValues extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          for (WebMap.Entry entry : map.entries()) {
            Object value = entry.value();
            if (value instanceof PropertyBag) {
              exercise();
              serializer.remember(value, new SerializedRecord.Leaf(() -> value));
            }
          }
          return super.copiedList(map);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.set")
  static final class KeepsTheElements extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebSet set) {
          for (Object value : set.values()) {
            if (value instanceof PropertyBag) {
              exercise();
              serializer.remember(value, new SerializedRecord.Leaf(() -> value));
            }
          }
          return super.copiedList(set);
        }
      };
    }
  }
}
