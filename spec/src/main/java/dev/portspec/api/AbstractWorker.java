package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** What {@link Worker} and {@link SharedWorker} have in common. */
public interface AbstractWorker extends EventTarget {
  @Nullable EventListener getOnerror();

  void setOnerror(@Nullable EventListener handler);
}
