package dev.portspec.harness;

import dev.portspec.spi.Capability;

/** A typed array or DataView written in a test. */
public final class ViewLiteral extends Literal {
  ViewLiteral(String kind, Object buffer) {
    super("view", Capability.VIEWS, () -> kind);
    attribute("of", buffer);
  }

  /** Lets it begin at a byte. */
  public ViewLiteral at(int byteOffset) {
    attribute("at", byteOffset);
    return this;
  }

  /** Gives it a length in elements (bytes for a DataView); without one it tracks its buffer. */
  public ViewLiteral length(int length) {
    attribute("length", length);
    return this;
  }
}
