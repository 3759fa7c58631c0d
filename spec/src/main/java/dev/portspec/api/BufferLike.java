package dev.portspec.api;

/** What a {@link BufferView} may look at. */
public sealed interface BufferLike permits ArrayBuffer, SharedArrayBuffer {
  /** Length in bytes; 0 once detached. */
  int byteLength();

  /** Greatest length in bytes; equal to the length of a buffer that cannot be resized. */
  int maxByteLength();

  boolean resizable();

  /** The byte at an index. */
  byte at(int index);

  /** Sets the byte at an index. */
  void set(int index, byte value);
}
