package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/**
 * What events are dispatched at.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-eventtarget">DOM, EventTarget</a>
 */
public interface EventTarget {
  /** Adds a listener; one that is already there (same type, callback and capture) is not added again. */
  void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options);

  /** Adds a plain listener. */
  default void addEventListener(String type, @Nullable EventListener callback) {
    addEventListener(type, callback, ListenerOptions.NONE);
  }

  /** Removes the listener of this type, callback and capture, where there is one. */
  void removeEventListener(String type, @Nullable EventListener callback, boolean capture);

  /**
   * Dispatches a synthetic event, before it returns.
   *
   * @return false when the event was cancelled
   * @throws DOMException {@code InvalidStateError} if the event is being dispatched or was never initialized
   */
  boolean dispatchEvent(Event event);
}
