package dev.portspec.harness.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object of a graph: what it is, and what it refers to. A primitive value is itself; everything else is a node.
 *
 * <p>Which fields are used depends on the kind; {@link GraphWriter} reads them all.
 */
final class Node {
  final Kind kind;

  /** The kind of a view or error, the name of a DOMException, the flags of a RegExp. */
  final String type;

  /** The primitive of a wrapper, the time of a Date, the source of a RegExp, the message of an error if it has one. */
  @Nullable Object content;

  /** What it holds, in order. */
  final List<Part> parts = new ArrayList<>();

  /** Bytes of a buffer. */
  byte[] bytes = {};

  /** The maximum of a resizable buffer; the length of a view, none where it tracks its buffer. */
  @Nullable Integer limit;

  /** The byte at which a view begins. */
  int offset;

  Node(Kind kind, String type, @Nullable Object content) {
    this.kind = kind;
    this.type = type;
    this.content = content;
  }

  Node(Kind kind) {
    this(kind, "", null);
  }

  /**
   * Something that a node holds.
   *
   * @param key the key of a property or entry; none for an element
   * @param value a node or a primitive value
   */
  record Part(@Nullable Object key, @Nullable Object value, Place place) {
    static Part element(@Nullable Object value) {
      return new Part(null, value, Place.ELEMENT);
    }

    static Part property(Object key, @Nullable Object value) {
      return new Part(key, value, Place.PROPERTY);
    }
  }

  /** What a part is to its holder. */
  enum Place {
    ELEMENT,
    PROPERTY,
    /** A property that is not enumerable. */
    HIDDEN
  }

  boolean has(Object key) {
    return parts.stream().anyMatch(part -> key.equals(part.key()));
  }

  /** Defines a property; one of the same key is replaced where it stands. */
  void define(Part property) {
    for (int i = 0; i < parts.size(); i++) {
      if (property.key() != null && property.key().equals(parts.get(i).key())) {
        parts.set(i, property);
        return;
      }
    }
    parts.add(property);
  }

  /** Sets an entry of a Map: keys are compared as a Map does. */
  void set(@Nullable Object key, @Nullable Object value) {
    for (int i = 0; i < parts.size(); i++) {
      if (same(parts.get(i).key(), key)) {
        parts.set(i, new Part(parts.get(i).key(), value, Place.PROPERTY));
        return;
      }
    }
    parts.add(new Part(plusZero(key), value, Place.PROPERTY));
  }

  /** Adds an element of a Set, if it has none such. */
  void add(@Nullable Object element) {
    if (parts.stream().noneMatch(part -> same(part.value(), element))) {
      parts.add(Part.element(plusZero(element)));
    }
  }

  // https://tc39.es/ecma262/#sec-samevaluezero
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    Object left = plusZero(one);
    return one instanceof Node || other instanceof Node || left == null ? one == other : left.equals(plusZero(other));
  }

  private static @Nullable Object plusZero(@Nullable Object value) {
    return value instanceof Double number && number == 0 ? (Object) 0.0 : value;
  }
}
