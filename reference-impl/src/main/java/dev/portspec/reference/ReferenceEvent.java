package dev.portspec.reference;

import dev.portspec.api.Event;
import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageEventInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Event.
 *
 * <p>What is not final may be varied: see {@link Parts}.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
class ReferenceEvent implements Event {
  private final double timeStamp;
  private final boolean composed;
  private String type;
  private boolean bubbles;
  private boolean cancelable;
  private boolean isTrusted;
  private @Nullable EventTarget target;
  private @Nullable EventTarget currentTarget;
  private List<EventTarget> path = List.of();
  private int eventPhase = NONE;
  private boolean dispatchFlag;
  private boolean canceledFlag;
  private boolean inPassiveListenerFlag;
  private boolean stopPropagationFlag;
  private boolean stopImmediatePropagationFlag;

  // https://dom.spec.whatwg.org/#inner-event-creation-steps
  ReferenceEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
    // event.dispatch.timestamp
    this.timeStamp = realm.loop().world().scheduler().now();
    this.type = type;
    // mevent.default.event-flags
    this.bubbles = init.bubbles();
    this.cancelable = init.cancelable();
    this.composed = init.composed();
    this.isTrusted = isTrusted;
  }

  /** {@code new Event(type, init)}. */
  static ReferenceEvent constructed(ReferenceRealm realm, String type, MessageEventInit init) {
    return new ReferenceEvent(realm, type, init, false);
  }

  @Override
  public final String getType() {
    return type;
  }

  @Override
  public @Nullable EventTarget getTarget() {
    return target;
  }

  @Override
  public @Nullable EventTarget getCurrentTarget() {
    return currentTarget;
  }

  @Override
  public int getEventPhase() {
    return eventPhase;
  }

  @Override
  public boolean getBubbles() {
    return bubbles;
  }

  @Override
  public final boolean getCancelable() {
    return cancelable;
  }

  @Override
  public boolean getComposed() {
    return composed;
  }

  @Override
  public final boolean getDefaultPrevented() {
    return canceledFlag;
  }

  @Override
  public final boolean getIsTrusted() {
    return isTrusted;
  }

  @Override
  public double getTimeStamp() {
    return timeStamp;
  }

  @Override
  public List<EventTarget> composedPath() {
    return path;
  }

  @Override
  public final void stopPropagation() {
    stopPropagationFlag = true;
  }

  @Override
  public final void stopImmediatePropagation() {
    stopPropagationFlag = true;
    stopImmediatePropagationFlag = true;
  }

  // https://dom.spec.whatwg.org/#set-the-canceled-flag: port.post.event-not-cancelable-effect
  @Override
  public void preventDefault() {
    if (cancelable && !inPassiveListenerFlag) {
      canceledFlag = true;
    }
  }

  // https://dom.spec.whatwg.org/#dom-event-initevent
  @Override
  public final void initEvent(String type, boolean bubbles, boolean cancelable) {
    if (!dispatchFlag) {
      initialize(type, bubbles, cancelable);
    }
  }

  // https://dom.spec.whatwg.org/#concept-event-initialize: mevent.init.resets-flags
  void initialize(String newType, boolean newBubbles, boolean newCancelable) {
    stopPropagationFlag = false;
    stopImmediatePropagationFlag = false;
    canceledFlag = false;
    isTrusted = false;
    target = null;
    type = newType;
    bubbles = newBubbles;
    cancelable = newCancelable;
  }

  // For dispatch

  final boolean dispatching() {
    return dispatchFlag;
  }

  boolean propagationStopped() {
    return stopPropagationFlag;
  }

  boolean immediatePropagationStopped() {
    return stopImmediatePropagationFlag;
  }

  void setIsTrusted(boolean isTrusted) {
    this.isTrusted = isTrusted;
  }

  final void setCanceledFlag() {
    canceledFlag = true;
  }

  final void setInPassiveListener(boolean inPassiveListener) {
    inPassiveListenerFlag = inPassiveListener;
  }

  // event.dispatch.phase, event.dispatch.path
  final void beginDispatch(EventTarget at) {
    dispatchFlag = true;
    target = at;
    currentTarget = at;
    path = List.of(at);
    eventPhase = AT_TARGET;
  }

  // mevent.after-dispatch
  final void endDispatch() {
    eventPhase = NONE;
    currentTarget = null;
    path = List.of();
    dispatchFlag = false;
    stopPropagationFlag = false;
    stopImmediatePropagationFlag = false;
  }
}
