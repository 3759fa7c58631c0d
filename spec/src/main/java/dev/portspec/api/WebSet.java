package dev.portspec.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Set of the web: values compared by SameValueZero (objects by identity), in order of insertion. */
public final class WebSet {
  private final Set<WebMap.Key> values = new LinkedHashSet<>();

  public void add(@Nullable Object value) {
    values.add(new WebMap.Key(value));
  }

  public boolean has(@Nullable Object value) {
    return values.contains(new WebMap.Key(value));
  }

  public void delete(@Nullable Object value) {
    values.remove(new WebMap.Key(value));
  }

  public int size() {
    return values.size();
  }

  /** A snapshot of the values. */
  public List<@Nullable Object> values() {
    List<@Nullable Object> snapshot = new ArrayList<>();
    values.forEach(key -> snapshot.add(key.value()));
    return snapshot;
  }
}
