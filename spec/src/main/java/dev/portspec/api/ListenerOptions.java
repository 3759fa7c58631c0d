package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code AddEventListenerOptions}.
 *
 * @param capture whether the listener belongs to the capturing pass
 * @param once whether it is removed before its first call
 * @param passive whether {@code preventDefault} has no effect in it
 * @param signal removes the listener when it aborts
 */
public record ListenerOptions(boolean capture, boolean once, boolean passive, @Nullable AbortSignal signal) {
  /** A plain listener. */
  public static final ListenerOptions NONE = new ListenerOptions(false, false, false, null);
}
