package dev.portspec.reference;

import dev.portspec.api.AbortController;
import dev.portspec.api.AbortSignal;

/**
 * An AbortController.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-abortcontroller">DOM, AbortController</a>
 */
final class ReferenceAbortController implements AbortController {
  private final ReferenceAbortSignal signal;

  ReferenceAbortController(ReferenceRealm realm) {
    signal = new ReferenceAbortSignal(realm);
  }

  @Override
  public AbortSignal getSignal() {
    return signal;
  }

  @Override
  public void abort() {
    signal.checkThread("abort");
    signal.signalAbort();
  }
}
