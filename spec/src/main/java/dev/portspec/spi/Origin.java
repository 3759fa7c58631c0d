package dev.portspec.spi;

/** An origin, as the suite asks for one. */
public enum Origin {
  /** That of the first window. */
  SAME,
  /** Another site. */
  OTHER,
  /** The same site, another origin. */
  SIBLING,
  /** One that is like no other and serializes to {@code null}. */
  OPAQUE
}
