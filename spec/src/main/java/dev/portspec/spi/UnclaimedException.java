package dev.portspec.spi;

/** Says that a member belongs to a capability that the implementation does not offer. */
public final class UnclaimedException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private final Capability capability;

  public UnclaimedException(Capability capability) {
    super("not offered here, and so not to be claimed: " + capability.id());
    this.capability = capability;
  }

  public Capability capability() {
    return capability;
  }
}
