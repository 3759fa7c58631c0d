package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.Boxed;
import dev.portspec.api.BufferView;
import dev.portspec.api.DOMException;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.PlainObject;
import dev.portspec.api.RegExp;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebDate;
import dev.portspec.api.WebError;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * StructuredSerializeInternal. The standard recurs for each part of an object; here each object whose parts are being
 * serialized is on a stack of its own, so that the depth of a message has no limit. The order is the standard's: depth
 * first, each part whole before the next is read (sc.ser.depth-first, sc.ser.deep).
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializeinternal">HTML,
 *     StructuredSerializeInternal</a>
 */
class StructuredSerializer {
  private final ReferenceRealm realm;
  private final Map<Object, Object> memory;
  private final ContainerSerialization containers;
  private final ErrorSerialization errors;
  private final ArrayDeque<Unfinished> open = new ArrayDeque<>();

  /**
   * Creates a serializer.
   *
   * @param realm the current realm
   * @param memory holds a record for each object that will be transferred
   */
  StructuredSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
    this.realm = realm;
    this.memory = memory;
    this.containers = realm.loop().world().parts().newContainerSerialization(this);
    this.errors = realm.loop().world().parts().newErrorSerialization(this);
  }

  /** An object with parts that are still to be serialized. */
  @FunctionalInterface
  interface Unfinished {
    /** Serializes the next part; false when there is none. */
    boolean serializeNext();
  }

  @Nullable Object serialize(@Nullable Object value) {
    Object serialized = visit(value);
    while (!open.isEmpty()) {
      if (!open.getFirst().serializeNext()) {
        open.removeFirst();
      }
    }
    return serialized;
  }

  /** Serializes a value, or begins with it: its parts are then on the stack. */
  @Nullable Object visit(@Nullable Object value) {
    // 4. sc.ser.primitives
    if (value == null || isPrimitive(value)) {
      return value;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    // 2. sc.ser.shared-serialized-once, sc.ser.cycle, sc.ser.shared-identity
    Object serialized = remembered(value);
    if (serialized == null) {
      SerializedRecord leaf = leaf(value);
      serialized = leaf == null ? container(value) : remember(value, leaf);
    }
    return serialized;
  }

  private static boolean isPrimitive(Object value) {
    return value instanceof Undefined
        || value instanceof Boolean
        || value instanceof String
        || value instanceof BigInteger
        || value instanceof Double;
  }

  /** The record of an object that was serialized before, or will be transferred. */
  @Nullable Object remembered(Object value) {
    return memory.get(value);
  }

  <R extends SerializedRecord> R remember(Object value, R serialized) {
    memory.put(value, serialized);
    return serialized;
  }

  /** Whether the cause of an error comes along; asked for each error that has one. */
  boolean carriesCauses() {
    return realm.decide(Freedom.ERROR_CAUSE).equals("carried");
  }

  /** Has the parts of an object serialized before those of the objects that were begun earlier. */
  void open(Unfinished object) {
    open.push(object);
  }

  /** Those whose parts are being serialized, the innermost first. */
  final Deque<Unfinished> open() {
    return open;
  }

  @Nullable SerializedRecord leaf(Object value) {
    // 7-10. sc.ser.boxed-boolean, sc.ser.boxed-number, sc.ser.boxed-bigint, sc.ser.boxed-string
    if (value instanceof Boxed boxed) {
      return new SerializedRecord.Leaf(() -> new Boxed(boxed.primitive()));
    }
    // 11. sc.ser.date
    if (value instanceof WebDate date) {
      return new SerializedRecord.Leaf(() -> new WebDate(date.time()));
    }
    if (value instanceof Instant instant) {
      double time = instant.toEpochMilli();
      return new SerializedRecord.Leaf(() -> new WebDate(time));
    }
    // 12. sc.ser.regexp, sc.ser.regexp-lastindex
    if (value instanceof RegExp regExp) {
      return new SerializedRecord.Leaf(() -> new RegExp(regExp.source(), regExp.flags()));
    }
    // 13. sc.ser.sab-shared, sc.ser.arraybuffer-copy, sc.ser.resizable-kept
    if (value instanceof SharedArrayBuffer shared) {
      return new SerializedRecord.Leaf(shared::share);
    }
    if (value instanceof ArrayBuffer buffer) {
      return buffer(buffer);
    }
    // 14. sc.ser.view-over-buffer
    if (value instanceof BufferView view) {
      return view(view);
    }
    // 19. sc.err.domexception, sc.plat.steps-run
    if (value instanceof DOMException exception) {
      String message = exception.getMessage();
      String name = exception.name();
      return new SerializedRecord.Leaf(() -> new DOMException(message, name));
    }
    if (value instanceof HostSerializable host) {
      Supplier<? extends @Nullable Object> deserializationSteps = host.serialize();
      return new SerializedRecord.Leaf(deserializationSteps);
    }
    return null;
  }

  SerializedRecord buffer(ArrayBuffer buffer) {
    // sc.ser.arraybuffer-detached-throws
    if (buffer.detached()) {
      throw dataCloneError("a detached ArrayBuffer cannot be cloned");
    }
    byte[] bytes = buffer.toByteArray();
    int maxByteLength = buffer.maxByteLength();
    return new SerializedRecord.Leaf(
        buffer.resizable() ? () -> new ArrayBuffer(bytes, maxByteLength) : () -> new ArrayBuffer(bytes));
  }

  SerializedRecord view(BufferView view) {
    // sc.ser.view-out-of-bounds-throws, sc.ser.view-oob-even-if-listed
    if (isOutOfBounds(view)) {
      throw dataCloneError("a view beyond its buffer cannot be cloned: " + view.kind());
    }
    // sc.ser.views-share-buffer, sc.wt.view-follows, sc.ser.view-length-tracking, sc.ser.typed-array-kind
    SerializedRecord buffer = (SerializedRecord) visit(view.buffer());
    return new SerializedRecord.View(buffer, view.kind(), view.byteOffset(), view.recordedLength());
  }

  boolean isOutOfBounds(BufferView view) {
    return view.isOutOfBounds();
  }

  SerializedRecord container(Object value) {
    // 15-16, 26.1-2. sc.ser.map, sc.ser.set
    if (value instanceof WebMap map) {
      return containers.map(map);
    }
    if (value instanceof WebSet set) {
      return containers.set(set);
    }
    // 17. sc.err.prototype-by-name
    if (value instanceof WebError error) {
      return errors.error(error);
    }
    // 18. sc.ser.array-length
    if (value instanceof List<?> list) {
      return containers.array(value, list, null);
    }
    if (value instanceof ArrayObject array) {
      return containers.array(value, array.elements(), array);
    }
    // 24. sc.ser.object-prototype-lost
    if (value instanceof PlainObject object) {
      return containers.object(value, object);
    }
    if (value instanceof Map<?, ?> map) {
      return containers.object(value, ContainerSerialization.readAsPlainObject(map));
    }
    // 5, 20-23. sc.ser.symbol-throws, sc.rej.platform-object, sc.rej.function, sc.rej.internal-slots, sc.rej.nested
    return refuse(value);
  }

  /** Throws a DataCloneError. */
  SerializedRecord refuse(Object value) {
    // sc.ser.datacloneerror-type
    throw dataCloneError("cannot be cloned: " + value.getClass().getName());
  }
}
