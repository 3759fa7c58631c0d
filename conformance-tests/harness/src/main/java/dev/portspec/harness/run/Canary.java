package dev.portspec.harness.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether this process was starved while somebody waited: a thread that wants to run often, and notes when it
 * could not. A time-out is blamed on an implementation only when the canary was well.
 */
public final class Canary {
  private static final Duration BEAT = Duration.ofMillis(50);
  private static final Canary INSTANCE = new Canary();

  private long longestGap;

  private Canary() {
    Thread thread = new Thread(this::beat, "portspec-canary");
    thread.setDaemon(true);
    thread.start();
  }

  /** The canary of this process. */
  public static Canary get() {
    return INSTANCE;
  }

  /** Starts a new measurement. */
  public synchronized void reset() {
    longestGap = 0;
  }

  /** Whether this process was starved since {@link #reset}, for a waiter that waited so long: for half of it at once. */
  public synchronized boolean wasStarved(Duration waited) {
    return longestGap > waited.toNanos() / 2;
  }

  private void beat() {
    long last = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(BEAT.toNanos());
      long now = System.nanoTime();
      note(now - last);
      last = now;
    }
  }

  private synchronized void note(long gap) {
    longestGap = Math.max(longestGap, gap);
  }
}
