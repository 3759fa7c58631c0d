package dev.portspec.api;

/** A Date: an integral number of milliseconds since the epoch, or NaN for an invalid date. */
public final class WebDate {
  private final double time;

  public WebDate(double time) {
    this.time = time;
  }

  public double time() {
    return time;
  }

  @Override
  public String toString() {
    return "Date(" + time + ")";
  }
}
