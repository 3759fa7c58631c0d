package dev.portspec.reference;

import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebTypeError;
import dev.portspec.api.WindowProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MessageEvent.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/comms.html#the-messageevent-interface">HTML, MessageEvent</a>
 */
class ReferenceMessageEvent extends ReferenceEvent implements MessageEvent {
  private @Nullable Object data;
  private String origin = "";
  private String lastEventId = "";
  private @Nullable Object source;
  private List<MessagePort> ports = List.of();

  ReferenceMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
    super(realm, type, init, isTrusted);
    setAttributes(init);
  }

  /** {@code new MessageEvent(type, init)}. */
  static ReferenceMessageEvent constructed(ReferenceRealm realm, String type, MessageEventInit init) {
    // mevent.ctor.untrusted; mevent.default.data
    ReferenceMessageEvent event = realm.loop().world().parts().newMessageEvent(realm, type, init, false);
    event.data = event.data == Undefined.UNDEFINED ? null : event.data;
    return event;
  }

  /** An event that the implementation fires: port.post.event-defaults, port.post.event-trusted. */
  static ReferenceMessageEvent fired(
      ReferenceRealm realm,
      String type,
      @Nullable Object data,
      String origin,
      List<? extends MessagePort> ports) {
    return fired(realm, type, data, origin, null, ports);
  }

  /** The same with a source. */
  static ReferenceMessageEvent fired(
      ReferenceRealm realm,
      String type,
      @Nullable Object data,
      String origin,
      @Nullable Object source,
      List<? extends MessagePort> ports) {
    MessageEventInit init =
        new MessageEventInit(false, false, false, data, origin, "", source, ReferenceRealm.frozen(ports));
    return realm.loop().world().parts().newMessageEvent(realm, type, init, true);
  }

  private void setAttributes(MessageEventInit init) {
    data = init.data();
    origin = toUsvString(init.origin());
    lastEventId = init.lastEventId();
    source = checked(init.source());
    // mevent.ports.copied, mevent.ports.frozen, port.post.ports-frozen
    ports = ReferenceRealm.frozen(init.ports());
  }

  // mevent.source.type
  private static @Nullable Object checked(@Nullable Object source) {
    if (source == null || source instanceof MessagePort || source instanceof WindowProxy) {
      return source;
    }
    throw new WebTypeError("the source of a message is a window or a port, not: " + source);
  }

  // mevent.origin.usvstring
  private static String toUsvString(String string) {
    StringBuilder result = new StringBuilder();
    string.codePoints().forEach(c -> result.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return result.toString();
  }

  @Override
  public @Nullable Object getData() {
    return data;
  }

  @Override
  public String getOrigin() {
    return origin;
  }

  @Override
  public String getLastEventId() {
    return lastEventId;
  }

  @Override
  public @Nullable Object getSource() {
    return source;
  }

  // mevent.ports.same-object
  @Override
  public List<MessagePort> getPorts() {
    return ports;
  }

  // https://html.spec.whatwg.org/multipage/comms.html#dom-messageevent-initmessageevent
  @Override
  public void initMessageEvent(String type, MessageEventInit init) {
    // mevent.init.during-dispatch-ignored
    if (dispatching()) {
      return;
    }
    // mevent.init.resets-flags, mevent.init.sets-values
    initialize(type, init.bubbles(), init.cancelable());
    setAttributes(init);
    data = data == Undefined.UNDEFINED ? null : data;
  }
}
