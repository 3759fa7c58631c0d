package dev.portspec.api;

import java.util.Arrays;

/** A block of bytes that can be transferred; once detached it has none. */
public final class ArrayBuffer implements BufferLike {
  private byte[] bytes;
  private final int maxByteLength;
  private final boolean resizable;
  private boolean detached;

  /** Creates a buffer of fixed length that holds a copy of the bytes. */
  public ArrayBuffer(byte[] bytes) {
    this.bytes = bytes.clone();
    this.maxByteLength = bytes.length;
    this.resizable = false;
  }

  /**
   * Creates a resizable buffer that holds a copy of the bytes.
   *
   * @throws WebRangeError if the maximum is less than the length
   */
  public ArrayBuffer(byte[] bytes, int maxByteLength) {
    if (maxByteLength < bytes.length) {
      throw new WebRangeError("maxByteLength is less than byteLength: " + maxByteLength);
    }
    this.bytes = bytes.clone();
    this.maxByteLength = maxByteLength;
    this.resizable = true;
  }

  @Override
  public int byteLength() {
    return bytes.length;
  }

  @Override
  public int maxByteLength() {
    return detached ? 0 : maxByteLength;
  }

  @Override
  public boolean resizable() {
    return resizable;
  }

  public boolean detached() {
    return detached;
  }

  @Override
  public byte at(int index) {
    return bytes[index];
  }

  @Override
  public void set(int index, byte value) {
    bytes[index] = value;
  }

  /** A copy of the content. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /**
   * Changes the length; new bytes are 0.
   *
   * @throws WebTypeError if the buffer is detached or not resizable
   * @throws WebRangeError if the length is negative or over the maximum
   */
  public void resize(int newLength) {
    if (detached || !resizable) {
      throw new WebTypeError(detached ? "the buffer is detached" : "the buffer is not resizable");
    }
    if (newLength < 0 || newLength > maxByteLength) {
      throw new WebRangeError("new length out of range: " + newLength);
    }
    bytes = Arrays.copyOf(bytes, newLength);
  }

  /**
   * Moves the content, without a copy, to a new buffer of the same kind and detaches this one.
   *
   * @throws WebTypeError if this buffer is detached
   */
  public ArrayBuffer transfer() {
    if (detached) {
      throw new WebTypeError("the buffer is detached");
    }
    ArrayBuffer moved = resizable ? new ArrayBuffer(new byte[0], maxByteLength) : new ArrayBuffer(bytes.length);
    moved.bytes = bytes;
    bytes = new byte[0];
    detached = true;
    return moved;
  }

  private ArrayBuffer(int fixedLength) {
    this.bytes = new byte[0];
    this.maxByteLength = fixedLength;
    this.resizable = false;
  }
}
