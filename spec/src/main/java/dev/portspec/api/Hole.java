package dev.portspec.api;

/** A missing element of a sparse array, as an element of a {@link java.util.List}. */
public enum Hole {
  HOLE;

  @Override
  public String toString() {
    return "hole";
  }
}
