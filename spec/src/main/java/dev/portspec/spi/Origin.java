package dev.portspec.spi;

/** An origin, as the suite asks for one. */
public enum Origin {
  /** That of the first window. */
  SAME,
  /** That of another site. */
  OTHER,
  /** One that is like no other, not even like another opaque one, and serializes to {@code null}. */
  OPAQUE
}
