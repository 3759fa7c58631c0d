package dev.portspec.catalogue.bc;

import dev.portspec.harness.trace.Observed;

/** The origin that a window says it has. */
final class WindowOrigin {
  private WindowOrigin() {}

  /** As an event has it: every realm has an origin, and where nothing says which, an opaque one. */
  static String serialized(Observed origin) {
    return origin.tree() instanceof String text ? text : "null";
  }
}
