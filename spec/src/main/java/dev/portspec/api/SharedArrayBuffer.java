package dev.portspec.api;

import java.util.Arrays;

/** A block of bytes that agents of one cluster share: each clone is another object over the same bytes. */
public final class SharedArrayBuffer implements BufferLike {
  private final Block block;

  /** Creates a shared buffer of fixed length that holds a copy of the bytes. */
  public SharedArrayBuffer(byte[] bytes) {
    this.block = new Block(bytes.clone(), bytes.length, false);
  }

  /**
   * Creates a growable shared buffer that holds a copy of the bytes.
   *
   * @throws WebRangeError if {@code maxByteLength} is less than the number of bytes
   */
  public SharedArrayBuffer(byte[] bytes, int maxByteLength) {
    if (maxByteLength < bytes.length) {
      throw new WebRangeError("maxByteLength is less than byteLength: " + maxByteLength);
    }
    this.block = new Block(bytes.clone(), maxByteLength, true);
  }

  private SharedArrayBuffer(Block block) {
    this.block = block;
  }

  /** Another object over the same bytes. */
  public SharedArrayBuffer share() {
    return new SharedArrayBuffer(block);
  }

  @Override
  public int byteLength() {
    synchronized (block) {
      return block.bytes.length;
    }
  }

  @Override
  public int maxByteLength() {
    return block.maxByteLength;
  }

  @Override
  public boolean resizable() {
    return block.growable;
  }

  /**
   * Makes it longer, for everyone who shares it.
   *
   * @throws WebTypeError if it is not growable
   * @throws WebRangeError if the length is less than the present one, or beyond the maximum
   */
  public void grow(int newLength) {
    if (!block.growable) {
      throw new WebTypeError("the buffer is not growable");
    }
    synchronized (block) {
      if (newLength < block.bytes.length || newLength > block.maxByteLength) {
        throw new WebRangeError("new length out of range: " + newLength);
      }
      block.bytes = Arrays.copyOf(block.bytes, newLength);
    }
  }

  @Override
  public byte at(int index) {
    synchronized (block) {
      return block.bytes[index];
    }
  }

  @Override
  public void set(int index, byte value) {
    synchronized (block) {
      block.bytes[index] = value;
    }
  }

  private static final class Block {
    private byte[] bytes;
    private final int maxByteLength;
    private final boolean growable;

    Block(byte[] bytes, int maxByteLength, boolean growable) {
      this.bytes = bytes;
      this.maxByteLength = maxByteLength;
      this.growable = growable;
    }
  }
}
