package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code StructuredSerializeOptions}.
 *
 * @param transfer the objects to move rather than clone
 */
public record StructuredSerializeOptions(List<? extends @Nullable Object> transfer) {}
