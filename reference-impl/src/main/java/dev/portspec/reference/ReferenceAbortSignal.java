package dev.portspec.reference;

import dev.portspec.api.AbortSignal;
import dev.portspec.api.MessageEventInit;
import java.util.ArrayList;
import java.util.List;

/**
 * An AbortSignal.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-AbortSignal">DOM, AbortSignal</a>
 */
final class ReferenceAbortSignal extends ReferenceEventTarget implements AbortSignal {
  private final List<Runnable> abortAlgorithms = new ArrayList<>();
  private boolean aborted;

  ReferenceAbortSignal(ReferenceRealm realm) {
    super(realm, "AbortSignal");
  }

  @Override
  public boolean getAborted() {
    return aborted;
  }

  void onAbort(Runnable algorithm) {
    abortAlgorithms.add(algorithm);
  }

  // https://dom.spec.whatwg.org/#abortsignal-signal-abort
  void signalAbort() {
    if (aborted) {
      return;
    }
    aborted = true;
    abortAlgorithms.forEach(Runnable::run);
    abortAlgorithms.clear();
    dispatch(new ReferenceEvent(realm(), "abort", MessageEventInit.DEFAULTS, true));
  }
}
