package dev.portspec.harness.run;

import dev.portspec.spi.MessagingProvider;
import org.jspecify.annotations.Nullable;

/** Where a user's suite says what it tests. */
public final class Portspec {
  private static @Nullable MessagingProvider provider;

  private Portspec() {}

  /** Tests this implementation, from now on until the end of the run; called in {@code @BeforeSuite}. */
  public static synchronized void use(MessagingProvider implementation) {
    provider = implementation;
  }

  static synchronized @Nullable MessagingProvider handed() {
    return provider;
  }

  static synchronized void reset() {
    provider = null;
  }
}
