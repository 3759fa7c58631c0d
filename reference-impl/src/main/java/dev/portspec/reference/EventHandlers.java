package dev.portspec.reference;

import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event handler map of a target: the values of its {@code on…} attributes.
 *
 * <p>What is not private is a step of the standard or a slot, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#event-handlers">HTML, event handlers</a>
 */
class EventHandlers {
  final ReferenceEventTarget target;
  final Map<String, EventHandler> handlerMap = new HashMap<>();

  EventHandlers(ReferenceEventTarget target) {
    this.target = target;
  }

  // handler.initial-null, handler.get-returns-set
  @Nullable EventListener get(String type) {
    EventHandler eventHandler = handlerMap.get(type);
    return eventHandler == null ? null : eventHandler.value;
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-idl-attributes
  void set(String type, @Nullable EventListener value) {
    EventHandler eventHandler = handlerMap.computeIfAbsent(type, name -> new EventHandler());
    eventHandler.value = value;
    if (value == null) {
      deactivate(eventHandler);
    } else {
      activate(type, eventHandler);
      eventHandler.listener.callbackContext = EventLoop.incumbent();
    }
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#activate-an-event-handler
  void activate(String type, EventHandler eventHandler) {
    // 3. handler.first-set-position
    if (eventHandler.listener != null) {
      return;
    }
    // 4-7. handler.coexists, handler.removeeventlistener-no-effect
    eventHandler.listener = newListener(type, event -> process(eventHandler, event));
    target.append(eventHandler.listener);
  }

  // 6. handler.noncapture
  RegisteredListener newListener(String type, EventListener callback) {
    return new RegisteredListener(type, callback, false, false, false);
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#deactivate-an-event-handler: handler.null-deactivates,
  // handler.reactivation-moves-last
  void deactivate(EventHandler eventHandler) {
    if (eventHandler.listener != null) {
      target.remove(eventHandler.listener);
      eventHandler.listener = null;
    }
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#the-event-handler-processing-algorithm
  Object process(EventHandler eventHandler, Event event) {
    // 1-2. handler.value-read-at-call, handler.nulled-midway-not-called
    EventListener callback = eventHandler.value;
    if (callback == null) {
      return Undefined.UNDEFINED;
    }
    // 4. handler.exception
    Object returnValue = callback.handleEvent(event);
    processReturnValue((ReferenceEvent) event, returnValue);
    return Undefined.UNDEFINED;
  }

  // 3. the handler of a global has the event, where JavaScript's has its five attributes
  private static boolean isSpecialErrorEventHandling(ReferenceEvent event) {
    return event instanceof ReferenceErrorEvent
        && event.getType().equals("error")
        && event.getCurrentTarget() instanceof ReferenceGlobal;
  }

  // 5. handler.return-false-cancels, handler.return-false-not-cancelable, handler.return-other-ignored
  void processReturnValue(ReferenceEvent event, @Nullable Object returnValue) {
    // handler.onerror-worker-vs-global
    if (isSpecialErrorEventHandling(event)) {
      if (Boolean.TRUE.equals(returnValue)) {
        event.setCanceledFlag();
      }
    } else if (Boolean.FALSE.equals(returnValue)) {
      boolean set =
          event.getCancelable() || target.realm().decide(Freedom.RETURN_FALSE_NOT_CANCELABLE).equals("set");
      if (set) {
        event.setCanceledFlag();
      }
    }
  }

  static final class EventHandler {
    @Nullable EventListener value;
    @Nullable RegisteredListener listener;
  }
}
