package dev.portspec.api;

/** Whoever may give up what an {@link AbortSignal} was handed to. */
public interface AbortController {
  AbortSignal getSignal();

  void abort();
}
