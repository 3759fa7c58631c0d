package dev.portspec.harness;

import dev.portspec.spi.Capability;

/** Ends a check that has nothing to say about this implementation: not declared, or not in its binding. */
public final class Inapplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean byBinding;
  private final String reason;

  /**
   * Ends a check.
   *
   * @param byBinding whether the binding has no such thing; otherwise the capability was not declared
   */
  public Inapplicable(Capability capability, boolean byBinding) {
    this(capability, byBinding, byBinding ? "the Java binding has no " : "not declared: ");
  }

  private Inapplicable(Capability capability, boolean byBinding, String reason) {
    super(capability.id(), null, false, false);
    this.byBinding = byBinding;
    this.reason = reason + capability.id();
  }

  /** Ends a check that found nothing that is collected on demand: nothing can be told from what is not. */
  public static Inapplicable notCollected() {
    return new Inapplicable(Capability.GC, false, "declared, but garbage of this kind stays: ");
  }

  public boolean byBinding() {
    return byBinding;
  }

  /** Why the check has nothing to say. */
  public String reason() {
    return reason;
  }
}
