package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.run.Canary;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls an implementation that may never come back: on a thread of its own, for so long. A thread that does not come
 * back is abandoned; it is a daemon, and the next call has a new one.
 */
final class Guard {
  /** How often to look whether an agent has ended, which nobody is told of. */
  private static final long POLL_NANOS = 100_000;

  private final Duration arrival;
  private ExecutorService caller = newCaller();

  Guard(Duration arrival) {
    this.arrival = arrival;
  }

  private static ExecutorService newCaller() {
    return Executors.newSingleThreadExecutor(
        body -> {
          Thread thread = new Thread(body, "portspec-caller");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Calls, and waits; what the implementation throws is its fault. */
  <T extends @Nullable Object> T call(String what, Supplier<T> body) {
    return await(what, caller.submit(body::get));
  }

  /** Waits for something that the implementation is to do. */
  <T extends @Nullable Object> T await(String what, Future<T> future) {
    Canary.get().reset();
    try {
      return future.get(arrival.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon();
      if (Canary.get().wasStarved(arrival)) {
        throw BackendException.ours("this machine was starved while waiting: " + what, null);
      }
      throw new BackendException(Failure.HANGS, "no answer within the arrival budget: " + what);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BackendException known) {
        throw known;
      }
      throw new BackendException(Failure.THROWS, what + " threw " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BackendException.ours("interrupted while waiting: " + what, e);
    }
  }

  /** Waits for something that the implementation is to do, unless that has become impossible. */
  void awaitUnless(String what, Future<?> future, BooleanSupplier isInVain) {
    if (future.isDone()) {
      await(what, future);
      return;
    }
    Boolean done = call(what, () -> {
      while (!future.isDone() && !isInVain.getAsBoolean()) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      return future.isDone();
    });
    if (done) {
      await(what, future);
    }
  }

  private void abandon() {
    caller.shutdownNow();
    caller = newCaller();
  }

  void close() {
    caller.shutdownNow();
  }
}
