package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** The global object of a worker. */
public interface WorkerGlobalScope extends EventTarget {
  String getName();

  /** Ends the worker after the current task. */
  void close();

  @Nullable EventListener getOnerror();

  void setOnerror(@Nullable EventListener handler);
}
