package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/**
 * Carries a thrown value that is not itself a Java exception: {@code throw "boom"}, or a {@link WebError} object. An
 * implementation lets it pass unchanged: the very object that was thrown is what the caller sees.
 */
public final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object value;

  public Thrown(@Nullable Object value) {
    super(String.valueOf(value), null, false, false);
    this.value = value;
  }

  public @Nullable Object value() {
    return value;
  }
}
