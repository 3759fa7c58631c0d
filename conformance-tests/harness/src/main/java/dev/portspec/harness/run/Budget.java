package dev.portspec.harness.run;

import java.time.Duration;

/**
 * How long the suite waits, at most: {@code arrival} is spent only by failures. One factor,
 * {@code -Dportspec.patience=…}, scales it.
 */
public final class Budget {
  private static final Duration ARRIVAL = Duration.ofSeconds(10);

  /** Short beside any answer, and long beside a look. */
  private static final Duration GLANCE = Duration.ofMillis(5);

  private Budget() {}

  /** How often to look at what nobody tells of when it changes. */
  public static Duration glance() {
    return GLANCE;
  }

  /** The longest wait for an answer. */
  public static Duration arrival() {
    double factor = Double.parseDouble(System.getProperty("portspec.patience", "1"));
    return Duration.ofMillis(Math.max(1, Math.round(ARRIVAL.toMillis() * factor)));
  }
}
