package dev.portspec.harness;

import dev.portspec.spi.Capability;
import java.util.HexFormat;
import java.util.Map;

/** A buffer written in a test. */
public final class BufferLiteral extends Literal {
  BufferLiteral(byte[] bytes) {
    super("buffer", Capability.BUFFERS, () -> HexFormat.of().formatHex(bytes));
  }

  /** Makes it resizable, up to so many bytes. */
  public BufferLiteral max(int maxByteLength) {
    attribute("max", maxByteLength);
    return this;
  }

  /** Makes it a SharedArrayBuffer. */
  public BufferLiteral shared() {
    attribute("shared", true);
    return this;
  }

  @Override
  public void fill(Map<String, Object> node, Writing writing) {
    super.fill(node, writing);
    if (node.containsKey("max")) {
      writing.need(Capability.RESIZABLE_BUFFERS);
    }
    if (node.containsKey("shared")) {
      writing.need(Capability.SHARED_BUFFERS);
    }
  }
}
