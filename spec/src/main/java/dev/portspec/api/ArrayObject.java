package dev.portspec.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array that has properties besides its elements. */
public final class ArrayObject extends PropertyBag {
  private final List<@Nullable Object> elements;

  public ArrayObject(List<? extends @Nullable Object> elements) {
    this.elements = new ArrayList<>(elements);
  }

  /** The elements, live: {@link Hole#HOLE} where one is missing. */
  public List<@Nullable Object> elements() {
    return elements;
  }
}
