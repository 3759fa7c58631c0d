package dev.portspec.harness;

import dev.portspec.spi.Capability;

/** Ends a check that has nothing to say about this implementation: not declared, or not in its binding. */
public final class Inapplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Capability capability;
  private final boolean byBinding;

  /**
   * Ends a check.
   *
   * @param byBinding whether the binding has no such thing; otherwise the capability was not declared
   */
  public Inapplicable(Capability capability, boolean byBinding) {
    super(capability.id(), null, false, false);
    this.capability = capability;
    this.byBinding = byBinding;
  }

  public boolean byBinding() {
    return byBinding;
  }

  public Capability capability() {
    return capability;
  }
}
