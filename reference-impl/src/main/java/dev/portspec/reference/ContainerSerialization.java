package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.Hole;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of StructuredSerializeInternal for objects with parts, and its last step, which serializes them. */
final class ContainerSerialization {
  private ContainerSerialization() {}

  static SerializedRecord map(StructuredSerializer serializer, WebMap map) {
    SerializedRecord.MapData serialized = serializer.remember(map, new SerializedRecord.MapData());
    // sc.ser.map-snapshot
    Iterator<WebMap.Entry> copiedList = map.entries().iterator();
    WebMap.@Nullable Entry[] entry = new WebMap.Entry[1];
    serializer.open(
        () -> {
          WebMap.Entry halfDone = entry[0];
          if (halfDone != null) {
            entry[0] = null;
            serialized.keysAndValues.add(serializer.visit(halfDone.value()));
            return true;
          }
          if (!copiedList.hasNext()) {
            return false;
          }
          WebMap.Entry next = copiedList.next();
          entry[0] = next;
          serialized.keysAndValues.add(serializer.visit(next.key()));
          return true;
        });
    return serialized;
  }

  static SerializedRecord set(StructuredSerializer serializer, WebSet set) {
    SerializedRecord.SetData serialized = serializer.remember(set, new SerializedRecord.SetData());
    // sc.ser.set-snapshot
    Iterator<@Nullable Object> copiedList = set.values().iterator();
    serializer.open(
        () -> {
          if (!copiedList.hasNext()) {
            return false;
          }
          serialized.values.add(serializer.visit(copiedList.next()));
          return true;
        });
    return serialized;
  }

  /** An array; {@code others} are its properties besides the elements, if any. */
  static SerializedRecord array(
      StructuredSerializer serializer, Object value, List<?> elements, @Nullable PropertyBag others) {
    // sc.ser.array-length-early
    int length = elements.size();
    SerializedRecord.Elements serialized = serializer.remember(value, new SerializedRecord.Elements(length));
    // sc.ser.key-list-fixed
    boolean[] present = new boolean[length];
    int index = 0;
    for (Object element : elements) {
      present[index++] = element != Hole.HOLE;
    }
    if (others != null) {
      // sc.ser.array-extra-props; below the elements on the stack, so after them
      serializer.open(properties(serializer, others, serialized.properties));
    }
    int[] next = new int[1];
    serializer.open(
        () -> {
          if (next[0] == length) {
            return false;
          }
          int i = next[0]++;
          // sc.ser.deleted-key-skipped
          if (present[i] && i < elements.size() && elements.get(i) != Hole.HOLE) {
            serialized.elements[i] = serializer.visit(elements.get(i));
          }
          return true;
        });
    return serialized;
  }

  static SerializedRecord object(StructuredSerializer serializer, Object value, PropertyBag object) {
    SerializedRecord.Properties serialized = serializer.remember(value, new SerializedRecord.Properties());
    serializer.open(properties(serializer, object, serialized));
    return serialized;
  }

  // StructuredSerializeInternal, the steps for each key in the enumerable own property names
  private static StructuredSerializer.Parts properties(
      StructuredSerializer serializer, PropertyBag object, SerializedRecord.Properties serialized) {
    // sc.ser.object-own-enumerable-string, sc.ser.object-key-order, sc.ser.key-list-fixed
    Iterator<String> keys =
        object.ownKeys().stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(object::isEnumerable)
            .toList()
            .iterator();
    return () -> {
      if (!keys.hasNext()) {
        return false;
      }
      String key = keys.next();
      // sc.ser.deleted-key-skipped, sc.ser.made-nonenumerable-kept
      if (object.has(key)) {
        // sc.ser.getter-runs, sc.ser.getter-throws
        Object inputValue = object.get(key);
        serialized.keys.add(key);
        serialized.values.add(serializer.visit(inputValue));
      }
      return true;
    };
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
