package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** A plain object: own properties and, where a test gives one, a prototype (which cloning ignores). */
public final class PlainObject extends PropertyBag {
  private @Nullable Object prototype;

  /** Creates an object without properties. */
  public PlainObject() {}

  /** Defines an enumerable property and returns this object. */
  public PlainObject with(Object key, @Nullable Object value) {
    define(key, value);
    return this;
  }

  public @Nullable Object prototype() {
    return prototype;
  }

  public void setPrototype(@Nullable Object prototype) {
    this.prototype = prototype;
  }
}
