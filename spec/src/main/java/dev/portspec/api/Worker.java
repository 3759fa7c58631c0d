package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dedicated worker, seen from its owner.
 *
 * @see <a href="https://html.spec.whatwg.org/#dedicated-workers-and-the-worker-interface">HTML, Worker</a>
 */
public interface Worker extends AbstractWorker, MessageEventTarget {
  /** Posts to the worker's global, as {@link MessagePort#postMessage(Object, List)} does. */
  void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer);

  /** Ends the worker. */
  void terminate();
}
