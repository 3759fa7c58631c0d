package dev.portspec.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The own properties of an object, in the order of their creation. Keys are {@link String} or {@link Symbol}; a value
 * that is an {@link Accessor} is an accessor property.
 *
 * <p><b>Threads:</b> none of these types is safe for use by several threads; an object belongs to one agent.
 */
public sealed class PropertyBag permits PlainObject, ArrayObject, WebError {
  private final Map<Object, Property> properties = new LinkedHashMap<>();

  PropertyBag() {}

  /** Defines (never assigns) an own property, enumerable. */
  public final void define(Object key, @Nullable Object value) {
    define(key, value, true);
  }

  /** Defines (never assigns) an own property. */
  public final void define(Object key, @Nullable Object value, boolean enumerable) {
    if (!(key instanceof String || key instanceof Symbol)) {
      throw new IllegalArgumentException("a property key is a String or a Symbol, not: " + key);
    }
    properties.put(key, new Property(value, enumerable));
  }

  /** The own keys: array indices ascending, then strings, then symbols, each in order of creation. */
  public final List<Object> ownKeys() {
    List<Object> indices = new ArrayList<>();
    List<Object> strings = new ArrayList<>();
    List<Object> symbols = new ArrayList<>();
    for (Object key : properties.keySet()) {
      if (key instanceof Symbol) {
        symbols.add(key);
      } else if (isArrayIndex((String) key)) {
        indices.add(key);
      } else {
        strings.add(key);
      }
    }
    indices.sort((a, b) -> Long.compare(Long.parseLong((String) a), Long.parseLong((String) b)));
    indices.addAll(strings);
    indices.addAll(symbols);
    return indices;
  }

  public final boolean has(Object key) {
    return properties.containsKey(key);
  }

  public final boolean isEnumerable(Object key) {
    Property property = properties.get(key);
    return property != null && property.enumerable();
  }

  /** The value as it is stored: an {@link Accessor} is not called; {@link Undefined} where there is none. */
  public final @Nullable Object stored(Object key) {
    Property property = properties.get(key);
    return property == null ? Undefined.UNDEFINED : property.value();
  }

  /** The value of an own property, an accessor called; {@link Undefined} where there is none. */
  public final @Nullable Object get(Object key) {
    Object value = stored(key);
    return value instanceof Accessor accessor ? accessor.get() : value;
  }

  /** Deletes an own property; nothing happens where there is none. */
  public final void delete(Object key) {
    properties.remove(key);
  }

  private static boolean isArrayIndex(String key) {
    return key.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(key) < 4294967295L;
  }

  private record Property(@Nullable Object value, boolean enumerable) {}
}
