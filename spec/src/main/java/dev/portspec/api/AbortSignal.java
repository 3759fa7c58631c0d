package dev.portspec.api;

/** Tells that something is to be given up. */
public interface AbortSignal extends EventTarget {
  boolean getAborted();
}
