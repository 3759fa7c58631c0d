package dev.portspec.harness;

import org.jspecify.annotations.Nullable;

/** Writes an expected value in the grammar of what is seen. */
final class Literals {
  private Literals() {}

  static @Nullable Object tree(@Nullable Object literal) {
    return new Writing(World.unopened().window()).tree(literal);
  }
}
