package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as another one, of any origin, holds it.
 *
 * @see <a href="https://html.spec.whatwg.org/#web-messaging">HTML, cross-document messaging</a>
 */
public interface WindowProxy {
  /**
   * Posts to the window, if its origin matches.
   *
   * @param targetOrigin {@code "*"}, {@code "/"} or a URL
   * @throws DOMException {@code SyntaxError} for a target origin that is none of these, before anything is cloned;
   *     {@code DataCloneError} as for a port
   */
  void postMessage(@Nullable Object message, String targetOrigin, List<? extends @Nullable Object> transfer);

  /** Posts to the window; the same as the form with three arguments. */
  default void postMessage(@Nullable Object message, WindowPostMessageOptions options) {
    postMessage(message, options.targetOrigin(), options.transfer());
  }
}
