package dev.portspec.api;

/**
 * Two ports that were made for each other.
 *
 * @see <a href="https://html.spec.whatwg.org/#message-channels">HTML, message channels</a>
 */
public interface MessageChannel {
  /** The first port: the same object each time. */
  MessagePort getPort1();

  /** The second port: the same object each time. */
  MessagePort getPort2();
}
