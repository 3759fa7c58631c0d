package dev.portspec.api;

import java.math.BigInteger;
import java.util.Objects;

/** A wrapper object: {@code new Boolean(…)}, {@code new Number(…)}, {@code new String(…)}, {@code Object(7n)}. */
public final class Boxed {
  private final Object primitive;

  /**
   * Wraps a primitive value.
   *
   * @throws IllegalArgumentException if the value is not a Boolean, Double, String or BigInteger
   */
  public Boxed(Object primitive) {
    Objects.requireNonNull(primitive, "primitive");
    if (!(primitive instanceof Boolean
        || primitive instanceof Double
        || primitive instanceof String
        || primitive instanceof BigInteger)) {
      throw new IllegalArgumentException("no wrapper for a value of: " + primitive.getClass().getName());
    }
    this.primitive = primitive;
  }

  public Object primitive() {
    return primitive;
  }

  @Override
  public String toString() {
    return "Boxed(" + primitive + ")";
  }
}
