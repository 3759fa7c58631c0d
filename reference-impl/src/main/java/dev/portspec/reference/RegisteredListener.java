package dev.portspec.reference;

import dev.portspec.api.EventListener;

/**
 * An event listener of the DOM: a type, a callback, and its flags.
 *
 * @see <a href="https://dom.spec.whatwg.org/#concept-event-listener">DOM, event listener</a>
 */
final class RegisteredListener {
  final String type;
  final EventListener callback;
  final boolean capture;
  final boolean once;
  final boolean passive;
  boolean removed;

  RegisteredListener(String type, EventListener callback, boolean capture, boolean once, boolean passive) {
    this.type = type;
    this.callback = callback;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
  }

  boolean matches(String otherType, EventListener otherCallback, boolean otherCapture) {
    return type.equals(otherType) && callback == otherCallback && capture == otherCapture;
  }
}
