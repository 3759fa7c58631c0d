package dev.portspec.api;

/** A regular expression: its source and flags are never interpreted here. */
public final class RegExp {
  private final String source;
  private final String flags;
  private double lastIndex;

  public RegExp(String source, String flags) {
    this.source = source;
    this.flags = flags;
  }

  public String source() {
    return source;
  }

  public String flags() {
    return flags;
  }

  public double lastIndex() {
    return lastIndex;
  }

  public void setLastIndex(double lastIndex) {
    this.lastIndex = lastIndex;
  }
}
