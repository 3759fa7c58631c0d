package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/**
 * A typed array or DataView: {@code kind} is {@code Uint8Array}, {@code DataView}, …; the offset is in bytes, the
 * length in elements (bytes for a DataView), and {@code null} tracks the length of a resizable buffer.
 */
public final class BufferView {
  private final String kind;
  private final BufferLike buffer;
  private final int byteOffset;
  private final @Nullable Integer length;

  public BufferView(String kind, BufferLike buffer, int byteOffset, @Nullable Integer length) {
    this.kind = kind;
    this.buffer = buffer;
    this.byteOffset = byteOffset;
    this.length = length;
    bytesPerElement();
  }

  public String kind() {
    return kind;
  }

  public BufferLike buffer() {
    return buffer;
  }

  public int byteOffset() {
    return byteOffset;
  }

  /** The recorded length in elements, or {@code null} for a view that tracks its buffer. */
  public @Nullable Integer recordedLength() {
    return length;
  }

  /** Whether the buffer has shrunk, or been detached, so far that the view no longer lies within it. */
  public boolean isOutOfBounds() {
    if (buffer instanceof ArrayBuffer plain && plain.detached()) {
      return true;
    }
    int end = length == null ? byteOffset : byteOffset + length * bytesPerElement();
    return end > buffer.byteLength();
  }

  /** Bytes of one element; 1 for a DataView. */
  public int bytesPerElement() {
    return switch (kind) {
      case "Int8Array", "Uint8Array", "Uint8ClampedArray", "DataView" -> 1;
      case "Int16Array", "Uint16Array", "Float16Array" -> 2;
      case "Int32Array", "Uint32Array", "Float32Array" -> 4;
      case "Float64Array", "BigInt64Array", "BigUint64Array" -> 8;
      default -> throw new IllegalArgumentException("no such kind of view: " + kind);
    };
  }
}
