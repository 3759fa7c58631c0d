package dev.portspec.api;

/** The global object of a document. */
public interface Window extends WindowProxy, MessageEventTarget {
  /** {@code window.window}: this window as scripts hold it, which outlives its documents. */
  WindowProxy getWindow();

  /** The serialization of the document's origin; {@code "null"} for an opaque one. */
  String getOrigin();

  /** The window that contains this one; this one itself at the top. */
  WindowProxy getParent();
}
