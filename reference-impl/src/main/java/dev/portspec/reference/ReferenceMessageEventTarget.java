package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEventTarget;
import org.jspecify.annotations.Nullable;

/**
 * The two event handlers that every target of messages has.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#messageeventtarget">HTML,
 *     MessageEventTarget</a>
 */
abstract class ReferenceMessageEventTarget extends ReferenceEventTarget implements MessageEventTarget {
  // handler.per-object
  private final EventHandlers eventHandlers = realm().loop().world().parts().newEventHandlers(this);

  ReferenceMessageEventTarget(ReferenceRealm realm, String interfaceName) {
    super(realm, interfaceName);
  }

  final EventHandlers eventHandlers() {
    return eventHandlers;
  }

  // met.onmessage
  @Override
  public @Nullable EventListener getOnmessage() {
    checkThread("onmessage");
    return eventHandlers.get("message");
  }

  @Override
  public void setOnmessage(@Nullable EventListener handler) {
    checkThread("onmessage");
    eventHandlers.set("message", handler);
  }

  // met.onmessageerror
  @Override
  public @Nullable EventListener getOnmessageerror() {
    checkThread("onmessageerror");
    return eventHandlers.get("messageerror");
  }

  @Override
  public void setOnmessageerror(@Nullable EventListener handler) {
    checkThread("onmessageerror");
    eventHandlers.set("messageerror", handler);
  }
}
