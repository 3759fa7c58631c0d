package dev.portspec.reference;

import dev.portspec.api.AbortSignal;
import dev.portspec.api.DOMException;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.EventTarget;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event target without a parent: it is the whole path of its events.
 *
 * <p>What is not private is a step of the standard or a slot, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-eventtarget">DOM, EventTarget</a>
 */
abstract class ReferenceEventTarget implements EventTarget {
  private final ReferenceRealm realm;
  private final String interfaceName;
  final List<RegisteredListener> eventListenerList = new ArrayList<>();

  ReferenceEventTarget(ReferenceRealm realm, String interfaceName) {
    this.realm = realm;
    this.interfaceName = interfaceName;
  }

  final ReferenceRealm realm() {
    return realm;
  }

  final void checkThread(String member) {
    realm.loop().checkThread(interfaceName + "." + member);
  }

  // https://dom.spec.whatwg.org/#dom-eventtarget-addeventlistener
  @Override
  public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
    checkThread("addEventListener");
    ReferenceAbortSignal signal = own(options.signal());
    // 2. event.add.aborted-signal; 3. event.add.null-ignored
    if (signal != null && signal.getAborted() || callback == null) {
      return;
    }
    RegisteredListener listener =
        new RegisteredListener(type, callback, options.capture(), options.once(), options.passive());
    add(listener);
    // 6.
    if (signal != null) {
      signal.onAbort(() -> remove(listener));
    }
  }

  private static @Nullable ReferenceAbortSignal own(@Nullable AbortSignal signal) {
    if (signal == null || signal instanceof ReferenceAbortSignal) {
      return (ReferenceAbortSignal) signal;
    }
    throw new WebTypeError("not a signal of this implementation: " + signal);
  }

  // https://dom.spec.whatwg.org/#add-an-event-listener, step 5: event.add.duplicate-ignored, event.add.capture-distinct
  void add(RegisteredListener listener) {
    if (find(listener.type, listener.callback, listener.capture) == null) {
      append(listener);
    }
  }

  /** Adds a listener that is like no other one, as that of an event handler is. */
  // event.add.appends
  void append(RegisteredListener listener) {
    eventListenerList.add(listener);
  }

  // https://dom.spec.whatwg.org/#remove-an-event-listener: event.dispatch.removed-skipped
  void remove(RegisteredListener listener) {
    listener.removed = true;
    eventListenerList.remove(listener);
  }

  // event.remove.matches
  @Override
  public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
    checkThread("removeEventListener");
    RegisteredListener listener = callback == null ? null : find(type, callback, capture);
    if (listener != null) {
      remove(listener);
    }
  }

  final @Nullable RegisteredListener find(String type, EventListener callback, boolean capture) {
    for (RegisteredListener listener : eventListenerList) {
      if (listener.matches(type, callback, capture)) {
        return listener;
      }
    }
    return null;
  }

  // https://dom.spec.whatwg.org/#dom-eventtarget-dispatchevent
  @Override
  public boolean dispatchEvent(Event event) {
    checkThread("dispatchEvent");
    if (!(event instanceof ReferenceEvent referenceEvent)) {
      throw new WebTypeError("not an event of this implementation: " + event);
    }
    // 1. mevent.redispatch-while-dispatching
    if (referenceEvent.dispatching()) {
      throw new DOMException("the event is being dispatched", "InvalidStateError");
    }
    // 2. event.synthetic.untrusted, mevent.redispatch
    referenceEvent.setIsTrusted(false);
    // 3. event.synthetic.sync, event.synthetic.return
    return dispatch(referenceEvent);
  }

  // https://dom.spec.whatwg.org/#concept-event-dispatch
  boolean dispatch(ReferenceEvent event) {
    // 1, 6. event.dispatch.path
    event.beginDispatch(this);
    // 6.13-14. event.dispatch.capture-first
    List<RegisteredListener> first = List.copyOf(eventListenerList);
    invoke(event, true, first);
    invoke(event, false, secondPass(event, first));
    // 7-10. mevent.after-dispatch
    event.endDispatch();
    // 13.
    return !event.getDefaultPrevented();
  }

  // event.dispatch.snapshot, event.dispatch.added-in-capture-pass
  List<RegisteredListener> secondPass(ReferenceEvent event, List<RegisteredListener> first) {
    List<RegisteredListener> now = List.copyOf(eventListenerList);
    boolean added = now.stream().anyMatch(l -> !l.capture && l.type.equals(event.getType()) && !first.contains(l));
    if (!added || event.propagationStopped()) {
      return now;
    }
    return realm.decide(Freedom.ADDED_IN_CAPTURE_PASS).equals("not-called") ? first : now;
  }

  // https://dom.spec.whatwg.org/#concept-event-listener-invoke and #concept-event-listener-inner-invoke
  void invoke(ReferenceEvent event, boolean capturing, List<RegisteredListener> listeners) {
    // event.dispatch.stop-propagation-target
    if (event.propagationStopped()) {
      return;
    }
    for (RegisteredListener listener : listeners) {
      if (!isInvoked(listener, event, capturing)) {
        continue;
      }
      innerInvoke(listener, event);
      // event.dispatch.stop-immediate
      if (event.immediatePropagationStopped()) {
        return;
      }
    }
  }

  // event.dispatch.removed-skipped, event.dispatch.readded-not-called, event.type-case-sensitive
  boolean isInvoked(RegisteredListener listener, ReferenceEvent event, boolean capturing) {
    return !listener.removed && listener.type.equals(event.getType()) && listener.capture == capturing;
  }

  private void innerInvoke(RegisteredListener listener, ReferenceEvent event) {
    // event.add.once
    if (listener.once) {
      remove(listener);
    }
    // event.add.passive-default-false
    event.setInPassiveListener(listener.passive);
    callCallback(listener, event);
    event.setInPassiveListener(false);
  }

  // event.dispatch.exception-reported, event.dispatch.exception-isolated
  void callCallback(RegisteredListener listener, ReferenceEvent event) {
    listener.callbackContext.callback(() -> listener.callback.handleEvent(event));
  }
}
