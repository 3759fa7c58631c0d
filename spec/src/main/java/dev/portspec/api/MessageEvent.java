package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @see <a href="https://html.spec.whatwg.org/#messageevent">HTML, MessageEvent</a>
 */
public interface MessageEvent extends Event {
  @Nullable Object getData();

  String getOrigin();

  String getLastEventId();

  /** A {@link WindowProxy}, {@link MessagePort} or null. */
  @Nullable Object getSource();

  /** The ports that came with the message: a frozen array, the same object at each read, empty rather than null. */
  List<MessagePort> getPorts();

  /** Initializes the event again, like {@link Event#initEvent}; ignored while it is dispatched. */
  void initMessageEvent(String type, MessageEventInit init);
}
