package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** The mixin of what messages are dispatched at: {@link MessagePort}, {@link Worker}, a dedicated worker's global. */
public interface MessageEventTarget extends EventTarget {
  @Nullable EventListener getOnmessage();

  void setOnmessage(@Nullable EventListener handler);

  @Nullable EventListener getOnmessageerror();

  void setOnmessageerror(@Nullable EventListener handler);
}
