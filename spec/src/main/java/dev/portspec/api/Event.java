package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-event">DOM, Event</a>
 */
public interface Event {
  int NONE = 0;
  int CAPTURING_PHASE = 1;
  int AT_TARGET = 2;
  int BUBBLING_PHASE = 3;

  String getType();

  @Nullable EventTarget getTarget();

  /** The target whose listeners are being called; null outside a dispatch. */
  @Nullable EventTarget getCurrentTarget();

  int getEventPhase();

  boolean getBubbles();

  boolean getCancelable();

  boolean getComposed();

  boolean getDefaultPrevented();

  /** Whether the implementation dispatched it, not a script. */
  boolean getIsTrusted();

  /** When it was created or, for the implementation's own events, when what it signals occurred: milliseconds. */
  double getTimeStamp();

  /** The targets whose listeners will be called; empty outside a dispatch. */
  List<EventTarget> composedPath();

  void stopPropagation();

  void stopImmediatePropagation();

  void preventDefault();

  /** Initializes the event again; ignored while it is dispatched. */
  void initEvent(String type, boolean bubbles, boolean cancelable);
}
