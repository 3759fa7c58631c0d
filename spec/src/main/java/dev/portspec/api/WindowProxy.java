package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as scripts hold it, of any origin. It stays the same object when another document is loaded into the window.
 *
 * <p><b>Threads:</b> called in a task of any agent of its world.
 *
 * @see <a href="https://html.spec.whatwg.org/#web-messaging">HTML, cross-document messaging</a>
 */
public interface WindowProxy {
  /** Posts to the window, if it has the caller's origin. */
  default void postMessage(@Nullable Object message) {
    postMessage(message, WindowPostMessageOptions.DEFAULTS);
  }

  /** Posts to the window; the same as the form with three arguments. */
  default void postMessage(@Nullable Object message, WindowPostMessageOptions options) {
    postMessage(message, options.targetOrigin(), options.transfer());
  }

  /**
   * Posts to the window, if its origin matches.
   *
   * @param targetOrigin {@code "*"}, {@code "/"} for that of the caller, or a URL
   * @throws DOMException {@code SyntaxError} for a target origin that is none of these, before anything is cloned;
   *     {@code DataCloneError} as for a port
   */
  void postMessage(@Nullable Object message, String targetOrigin, List<? extends @Nullable Object> transfer);
}
