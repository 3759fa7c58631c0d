package dev.portspec.api;

/** The web's {@code undefined}. */
public enum Undefined {
  UNDEFINED;

  @Override
  public String toString() {
    return "undefined";
  }
}
