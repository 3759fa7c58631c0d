package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** A property whose value is computed at each read. */
@FunctionalInterface
public interface Accessor {
  /**
   * Computes the value.
   *
   * @throws RuntimeException what the getter throws, see {@link Thrown}
   */
  @Nullable Object get();
}
