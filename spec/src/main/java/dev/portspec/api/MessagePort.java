package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a channel.
 *
 * <p><b>Threads:</b> a port belongs to the agent of the realm that made or received it and is used on its event loop
 * only.
 *
 * @see <a href="https://html.spec.whatwg.org/#message-ports">HTML, message ports</a>
 */
public interface MessagePort extends MessageEventTarget {
  /**
   * Posts a message to the other end; the message is cloned, and the listed objects are moved, before this returns.
   *
   * @param transfer ports and buffers to move
   * @throws DOMException {@code DataCloneError} when the message cannot be cloned or the list is not valid
   * @throws RuntimeException whatever an accessor of the message throws, unchanged
   */
  void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer);

  /** Posts a message and moves nothing. */
  default void postMessage(@Nullable Object message) {
    postMessage(message, List.of());
  }

  /** Posts a message; the same as the form with a list. */
  default void postMessage(@Nullable Object message, StructuredSerializeOptions options) {
    postMessage(message, options.transfer());
  }

  /** Lets queued messages be dispatched; for good. */
  void start();

  /** Parts this port from the other end. */
  void close();

  /** The handler of the {@code close} event; only with the capability {@code close-event}. */
  default @Nullable EventListener getOnclose() {
    throw new UnsupportedOperationException("onclose");
  }

  /** Sets the handler of the {@code close} event; only with the capability {@code close-event}. */
  default void setOnclose(@Nullable EventListener handler) {
    throw new UnsupportedOperationException("onclose");
  }
}
