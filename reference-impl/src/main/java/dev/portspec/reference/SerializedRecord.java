package dev.portspec.reference;

import dev.portspec.api.Hole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The serialized form of an object; that of a primitive value is the value. It belongs to no realm and can be
 * deserialized several times. Records are compared by identity: one object is one record, whatever refers to it.
 */
abstract sealed class SerializedRecord {

  /** An object that was transferred: its place in the transfer list. */
  static final class Transferred extends SerializedRecord {
    final int index;

    Transferred(int index) {
      this.index = index;
    }
  }

  /** An object without parts: how a new one is made. */
  static final class Leaf extends SerializedRecord {
    final Supplier<? extends @Nullable Object> create;

    Leaf(Supplier<? extends @Nullable Object> create) {
      this.create = create;
    }
  }

  /** A typed array or DataView. */
  static final class View extends SerializedRecord {
    final SerializedRecord buffer;
    final String kind;
    final int byteOffset;
    final @Nullable Integer length;

    View(SerializedRecord buffer, String kind, int byteOffset, @Nullable Integer length) {
      this.buffer = buffer;
      this.kind = kind;
      this.byteOffset = byteOffset;
      this.length = length;
    }
  }

  /** An Error; it has a cause where something was attached. */
  static final class ErrorData extends SerializedRecord {
    final String kind;
    final @Nullable String message;
    boolean hasCause;
    @Nullable Object cause;

    ErrorData(String kind, @Nullable String message) {
      this.kind = kind;
      this.message = message;
    }
  }

  /** A Map: keys and values by turns. */
  static final class MapData extends SerializedRecord {
    final List<@Nullable Object> keysAndValues = new ArrayList<>();
  }

  /** A Set. */
  static final class SetData extends SerializedRecord {
    final List<@Nullable Object> values = new ArrayList<>();
  }

  /** A plain object, or what an array has besides its elements. */
  static final class Properties extends SerializedRecord {
    final List<String> keys = new ArrayList<>();
    final List<@Nullable Object> values = new ArrayList<>();
  }

  /** An array. */
  static final class Elements extends SerializedRecord {
    @Nullable Object[] elements;
    final Properties properties = new Properties();

    Elements(int length) {
      elements = new Object[length];
      // sc.ser.array-holes
      Arrays.fill(elements, Hole.HOLE);
    }
  }
}
