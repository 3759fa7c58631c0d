package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** The global object of a shared worker. */
public interface SharedWorkerGlobalScope extends WorkerGlobalScope {
  @Nullable EventListener getOnconnect();

  void setOnconnect(@Nullable EventListener handler);
}
