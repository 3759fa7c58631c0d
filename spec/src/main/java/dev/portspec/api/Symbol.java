package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** A symbol: two are the same only when they are one object; never cloneable. */
public final class Symbol {
  /** {@code Symbol.iterator}. */
  public static final Symbol ITERATOR = new Symbol("Symbol.iterator");

  /** {@code Symbol.toStringTag}. */
  public static final Symbol TO_STRING_TAG = new Symbol("Symbol.toStringTag");

  private final @Nullable String description;

  public Symbol(@Nullable String description) {
    this.description = description;
  }

  public @Nullable String description() {
    return description;
  }

  @Override
  public String toString() {
    return "Symbol(" + (description == null ? "" : description) + ")";
  }
}
