package dev.portspec.spec;

/** How strongly a clause binds, in the words of RFC 2119. */
public enum Level {
  MUST("MUST"),
  MUST_NOT("MUST NOT"),
  SHOULD("SHOULD"),
  MAY("MAY"),
  /** Informative: it explains, and no implementation can break it. */
  NOTE("NOTE");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The word as the book writes it, for example {@code MUST NOT}. */
  public String label() {
    return label;
  }

  /** Whether an implementation that does otherwise does not conform: MUST and MUST NOT. */
  public boolean isBinding() {
    return this == MUST || this == MUST_NOT;
  }

  @Override
  public String toString() {
    return label;
  }
}
