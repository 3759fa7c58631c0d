package dev.portspec.api;

/** A block of bytes that agents of one cluster share: each clone is another object over the same bytes. */
public final class SharedArrayBuffer implements BufferLike {
  private final Block block;

  /** Creates a shared buffer of fixed length that holds a copy of the bytes. */
  public SharedArrayBuffer(byte[] bytes) {
    this.block = new Block(bytes.clone());
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
    return block.bytes.length;
  }

  @Override
  public int maxByteLength() {
    return block.bytes.length;
  }

  @Override
  public boolean resizable() {
    return false;
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
    private final byte[] bytes;

    Block(byte[] bytes) {
      this.bytes = bytes;
    }
  }
}
