package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Canary;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls an implementation that may never come back: on a thread of its own, for so long. A thread that does not come
 * back is abandoned; it is a daemon, and the next call has a new one.
 */
final class Guard {
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
    boolean isDone = future.isDone() || call(what, () -> isDone(future, isInVain));
    if (isDone) {
      await(what, future);
    }
  }

  private static boolean isDone(Future<?> future, BooleanSupplier isInVain) {
    long glance = Budget.glance().toMillis();
    while (!future.isDone() && !isInVain.getAsBoolean()) {
      try {
        future.get(glance, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        continue;
      } catch (ExecutionException failed) {
        return true; // who asks for it is told why
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return future.isDone();
  }

  private void abandon() {
    caller.shutdownNow();
    caller = newCaller();
  }

  void close() {
    caller.shutdownNow();
  }
}
