package dev.portspec.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Map of the web: keys compared by SameValueZero (objects by identity), entries in order of insertion. */
public final class WebMap {
  private final Map<Key, @Nullable Object> entries = new LinkedHashMap<>();

  public void set(@Nullable Object key, @Nullable Object value) {
    entries.put(new Key(key), value);
  }

  public @Nullable Object get(@Nullable Object key) {
    Key k = new Key(key);
    return entries.containsKey(k) ? entries.get(k) : Undefined.UNDEFINED;
  }

  public void delete(@Nullable Object key) {
    entries.remove(new Key(key));
  }

  public int size() {
    return entries.size();
  }

  /** A snapshot of the entries. */
  public List<Entry> entries() {
    List<Entry> snapshot = new ArrayList<>();
    entries.forEach((key, value) -> snapshot.add(new Entry(key.value, value)));
    return snapshot;
  }

  /** One entry. */
  public record Entry(@Nullable Object key, @Nullable Object value) {}

  /** SameValueZero: identity, but numbers, strings, bigints and booleans by value, and -0 is 0. */
  static final class Key {
    private final @Nullable Object value;

    Key(@Nullable Object value) {
      this.value = value instanceof Double d && d == 0 ? Double.valueOf(0) : value;
    }

    private static boolean byValue(@Nullable Object value) {
      return value instanceof Number || value instanceof String || value instanceof Boolean;
    }

    @Nullable Object value() {
      return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && (value == key.value || value != null && byValue(value) && value.equals(key.value));
    }

    @Override
    public int hashCode() {
      return value != null && byValue(value) ? value.hashCode() : System.identityHashCode(value);
    }
  }
}
