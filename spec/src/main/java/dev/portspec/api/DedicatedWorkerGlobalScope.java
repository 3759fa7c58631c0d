package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The global object of a dedicated worker. */
public interface DedicatedWorkerGlobalScope extends WorkerGlobalScope, MessageEventTarget {
  /** Posts to the owner's {@link Worker} object, as {@link MessagePort#postMessage(Object, List)} does. */
  void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer);
}
