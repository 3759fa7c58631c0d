package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code WindowPostMessageOptions}.
 *
 * @param targetOrigin {@code "*"}, {@code "/"} or a URL
 * @param transfer the objects to move rather than clone
 */
public record WindowPostMessageOptions(String targetOrigin, List<? extends @Nullable Object> transfer) {
  /** Those of a call without options: for windows of the caller's origin, and nothing is moved. */
  public static final WindowPostMessageOptions DEFAULTS = new WindowPostMessageOptions("/", List.of());
}
