package dev.portspec.reference;

import dev.portspec.api.ArrayObject;
import dev.portspec.api.BufferLike;
import dev.portspec.api.BufferView;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.WebError;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * StructuredDeserialize. Objects are made first and filled afterwards, so that the depth of a message has no limit; no
 * code of the user can see the difference (sc.deser.no-user-code).
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/structured-data.html#structureddeserialize">HTML,
 *     StructuredDeserialize</a>
 */
class StructuredDeserializer {
  private final List<Object> transferredValues;
  private final Map<SerializedRecord, @Nullable Object> memory = new IdentityHashMap<>();
  private final ArrayDeque<Runnable> unfilled = new ArrayDeque<>();

  /** Creates a deserializer; references to what was transferred are resolved with these values. */
  StructuredDeserializer(List<Object> transferredValues) {
    this.transferredValues = transferredValues;
  }

  @Nullable Object deserialize(@Nullable Object serialized) {
    Object value = visit(serialized);
    for (Runnable fill = unfilled.poll(); fill != null; fill = unfilled.poll()) {
      fill.run();
    }
    return value;
  }

  @Nullable Object visit(@Nullable Object serialized) {
    if (!(serialized instanceof SerializedRecord serializedRecord)) {
      return serialized;
    }
    // 2. sc.deser.identity
    if (isRemembered(serializedRecord)) {
      return memory.get(serializedRecord);
    }
    Object value = create(serializedRecord);
    memory.put(serializedRecord, value);
    return value;
  }

  boolean isRemembered(SerializedRecord serialized) {
    return memory.containsKey(serialized);
  }

  // sc.deser.target-realm: the values of the binding belong to whoever holds them
  @Nullable Object create(SerializedRecord serialized) {
    if (serialized instanceof SerializedRecord.Transferred transferred) {
      return transferredValues.get(transferred.index);
    }
    if (serialized instanceof SerializedRecord.Leaf leaf) {
      return leaf.create.get();
    }
    if (serialized instanceof SerializedRecord.View view) {
      BufferLike buffer = (BufferLike) visit(view.buffer);
      return new BufferView(view.kind, buffer, view.byteOffset, view.length);
    }
    if (serialized instanceof SerializedRecord.ErrorData errorData) {
      return error(errorData);
    }
    if (serialized instanceof SerializedRecord.MapData mapData) {
      WebMap map = new WebMap();
      unfilled.add(() -> fill(map, mapData));
      return map;
    }
    if (serialized instanceof SerializedRecord.SetData setData) {
      WebSet set = new WebSet();
      unfilled.add(() -> setData.values.forEach(value -> set.add(visit(value))));
      return set;
    }
    if (serialized instanceof SerializedRecord.Elements elements) {
      return array(elements);
    }
    PlainObject object = new PlainObject();
    unfilled.add(() -> fill(object, (SerializedRecord.Properties) serialized));
    return object;
  }

  // sc.err.message-descriptor
  WebError error(SerializedRecord.ErrorData serialized) {
    WebError error =
        serialized.message == null ? new WebError(serialized.kind) : new WebError(serialized.kind, serialized.message);
    if (serialized.hasCause) {
      unfilled.add(() -> error.define("cause", visit(serialized.cause), false));
    }
    return error;
  }

  private Object array(SerializedRecord.Elements serialized) {
    // the binding's array with other properties is a type of its own
    if (serialized.properties.keys.isEmpty()) {
      List<@Nullable Object> list = new ArrayList<>(Arrays.asList(serialized.elements));
      unfilled.add(() -> list.replaceAll(this::visit));
      return list;
    }
    ArrayObject array = new ArrayObject(Arrays.asList(serialized.elements));
    unfilled.add(
        () -> {
          array.elements().replaceAll(this::visit);
          fill(array, serialized.properties);
        });
    return array;
  }

  private void fill(WebMap map, SerializedRecord.MapData serialized) {
    for (int i = 0; i < serialized.keysAndValues.size(); i += 2) {
      Object key = visit(serialized.keysAndValues.get(i));
      map.set(key, visit(serialized.keysAndValues.get(i + 1)));
    }
  }

  void fill(PropertyBag object, SerializedRecord.Properties serialized) {
    for (int i = 0; i < serialized.keys.size(); i++) {
      createDataProperty(object, serialized.keys.get(i), visit(serialized.values.get(i)));
    }
  }

  // sc.deser.no-setters, sc.ser.object-attributes-reset, sc.ser.object-proto-key
  void createDataProperty(PropertyBag object, String key, @Nullable Object value) {
    object.define(key, value);
  }
}
