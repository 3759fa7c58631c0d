package dev.portspec.reference;

import dev.portspec.api.EventListener;

/**
 * An event listener of the DOM: a type, a callback, and its flags. Whose callback it is, is not told by a function of
 * Java, so that its realm is the one that registered it: the incumbent, as for the callback context of Web IDL.
 *
 * @see <a href="https://dom.spec.whatwg.org/#concept-event-listener">DOM, event listener</a>
 */
final class RegisteredListener {
  final String type;
  final EventListener callback;
  final boolean capture;
  final boolean once;
  final boolean passive;
  ReferenceRealm callbackContext;
  boolean removed;

  RegisteredListener(String type, EventListener callback, boolean capture, boolean once, boolean passive) {
    this.type = type;
    this.callback = callback;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
    this.callbackContext = EventLoop.incumbent();
  }

  boolean matches(String otherType, EventListener otherCallback, boolean otherCapture) {
    return type.equals(otherType) && callback == otherCallback && capture == otherCapture;
  }
}
