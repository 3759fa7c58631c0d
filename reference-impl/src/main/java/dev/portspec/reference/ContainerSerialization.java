package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.Hole;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The branches of StructuredSerializeInternal for objects with parts, and its last step, which serializes them.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 */
class ContainerSerialization {
  private final StructuredSerializer serializer;

  ContainerSerialization(StructuredSerializer serializer) {
    this.serializer = serializer;
  }

  SerializedRecord map(WebMap map) {
    SerializedRecord.MapData serialized = serializer.remember(map, new SerializedRecord.MapData());
    Iterator<@Nullable Object> copiedList = copiedList(map);
    serializer.open(() -> serializeNext(copiedList, serialized.keysAndValues));
    return serialized;
  }

  // sc.ser.map-snapshot
  Iterator<@Nullable Object> copiedList(WebMap map) {
    return keysAndValues(map).iterator();
  }

  /** The entries as they are now: keys and values by turns. */
  static List<@Nullable Object> keysAndValues(WebMap map) {
    List<@Nullable Object> keysAndValues = new ArrayList<>();
    for (WebMap.Entry entry : map.entries()) {
      keysAndValues.add(entry.key());
      keysAndValues.add(entry.value());
    }
    return keysAndValues;
  }

  SerializedRecord set(WebSet set) {
    SerializedRecord.SetData serialized = serializer.remember(set, new SerializedRecord.SetData());
    Iterator<@Nullable Object> copiedList = copiedList(set);
    serializer.open(() -> serializeNext(copiedList, serialized.values));
    return serialized;
  }

  // sc.ser.set-snapshot
  Iterator<@Nullable Object> copiedList(WebSet set) {
    return set.values().iterator();
  }

  private boolean serializeNext(Iterator<@Nullable Object> values, List<@Nullable Object> serialized) {
    if (!values.hasNext()) {
      return false;
    }
    serialized.add(serializer.visit(values.next()));
    return true;
  }

  /** An array; {@code others} are its properties besides the elements, if any. */
  SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
    // sc.ser.array-length-early
    int length = elements.size();
    SerializedRecord.Elements serialized = serializer.remember(value, new SerializedRecord.Elements(length));
    BitSet indices = indices(elements);
    if (others != null) {
      // sc.ser.array-extra-props; below the elements on the stack, so after them
      open(others, serialized.properties);
    }
    int[] next = new int[1];
    serializer.open(
        () -> {
          if (next[0] == length) {
            return false;
          }
          int i = next[0]++;
          // sc.ser.deleted-key-skipped
          if (indices.get(i) && hasOwnProperty(elements, i)) {
            serialized.elements[i] = serializer.visit(elements.get(i));
          }
          return true;
        });
    return serialized;
  }

  // sc.ser.key-list-fixed
  BitSet indices(List<?> elements) {
    BitSet indices = new BitSet(elements.size());
    int index = 0;
    for (Object element : elements) {
      indices.set(index++, element != Hole.HOLE);
    }
    return indices;
  }

  boolean hasOwnProperty(List<?> elements, int index) {
    return index < elements.size() && elements.get(index) != Hole.HOLE;
  }

  SerializedRecord object(Object value, PropertyBag object) {
    SerializedRecord.Properties serialized = serializer.remember(value, new SerializedRecord.Properties());
    open(object, serialized);
    return serialized;
  }

  // StructuredSerializeInternal, the steps for each key in the enumerable own property names
  private void open(PropertyBag object, SerializedRecord.Properties serialized) {
    Iterator<String> keys = keys(object);
    serializer.open(
        () -> {
          if (!keys.hasNext()) {
            return false;
          }
          String key = keys.next();
          // sc.ser.deleted-key-skipped, sc.ser.made-nonenumerable-kept
          if (hasOwnProperty(object, key)) {
            Object inputValue = get(object, key);
            serialized.keys.add(key);
            serialized.values.add(serializer.visit(inputValue));
          }
          return true;
        });
  }

  // sc.ser.key-list-fixed
  Iterator<String> keys(PropertyBag object) {
    return enumerableOwnKeys(object).iterator();
  }

  // sc.ser.object-own-enumerable-string, sc.ser.object-key-order
  static List<String> enumerableOwnKeys(PropertyBag object) {
    return object.ownKeys().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(object::isEnumerable)
        .toList();
  }

  boolean hasOwnProperty(PropertyBag object, String key) {
    return object.has(key);
  }

  // sc.ser.getter-runs, sc.ser.getter-throws
  @Nullable Object get(PropertyBag object, String key) {
    return object.get(key);
  }

  /** A map of the host whose keys are strings, as the plain object that it stands for. */
  static PlainObject readAsPlainObject(Map<?, ?> map) {
    PlainObject object = new PlainObject();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String)) {
            throw dataCloneError("a Map whose keys are not all strings is no plain object; for a Map, use WebMap");
          }
          object.define(key, value);
        });
    return object;
  }
}
