package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/**
 * A named channel among all contexts of one origin.
 *
 * @see <a href="https://html.spec.whatwg.org/#broadcasting-to-other-browsing-contexts">HTML, broadcasting</a>
 */
public interface BroadcastChannel extends MessageEventTarget {
  String getName();

  /**
   * Posts a message to every other open channel of this name.
   *
   * @throws DOMException {@code InvalidStateError} on a closed channel, {@code DataCloneError} for what cannot be cloned
   */
  void postMessage(@Nullable Object message);

  void close();
}
