package dev.portspec.reference;

import dev.portspec.spi.Origin;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Agents that can send messages to each other: each is a thread with an event loop, and shares nothing with the others
 * but what it posts.
 *
 * <p><b>Threads:</b> the methods of a world may be called from any thread. What belongs to an agent, its ports above
 * all, is used inside its tasks only; anything else is an {@link IllegalStateException} that says so.
 *
 * <p><b>Visibility:</b> what an agent did before it posted a message happens-before the dispatch of that message;
 * {@link ReferenceRealm#execute} happens-before the task that it queues; everything that ran happens-before
 * {@link #settle} returns true.
 */
public final class ReferenceWorld implements SubjectWorld {
  private static final int MOST_COLLECTIONS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<EventLoop> loops = new ArrayList<>();
  private final List<ReferenceBroadcastChannel> openBroadcastChannels = new ArrayList<>();
  private final List<ReferenceSharedWorkerGlobalScope> sharedWorkers = new ArrayList<>();
  private final Scheduler scheduler;
  private final Reporter reporter;
  private final Parts parts;
  private long taskNumbers;
  private int sharedWorkerNumbers;
  private final AtomicInteger windowNumbers = new AtomicInteger();
  private boolean closed;
  private @Nullable ReferenceWindowRealm window;

  private ReferenceWorld(@Nullable Chooser chooser, Reporter reporter, Parts parts) {
    this.scheduler = chooser == null ? new ThreadScheduler(lock) : new SimulatedScheduler(lock, chooser);
    this.reporter = reporter;
    this.parts = parts;
  }

  /**
   * Opens a world that runs by itself; exceptions that nobody catches go to the uncaught-exception handler of the
   * agent's thread.
   */
  public static ReferenceWorld open() {
    return open(
        (realm, exception) -> {
          Thread thread = Thread.currentThread();
          thread.getUncaughtExceptionHandler().uncaughtException(thread, exception);
        });
  }

  /**
   * Opens a world that runs by itself.
   *
   * @param reporter is told of exceptions that nobody caught, on the thread of the agent concerned
   */
  public static ReferenceWorld open(Reporter reporter) {
    return open(reporter, new Parts());
  }

  /** Opens a world that runs by itself and is made of other parts. */
  static ReferenceWorld open(Reporter reporter, Parts parts) {
    return new ReferenceWorld(null, reporter, parts);
  }

  /**
   * Opens a world that runs only inside {@link #runUntil} and {@link #settle}, on their caller's thread.
   *
   * @param chooser decides whatever the standard leaves free
   */
  public static ReferenceWorld simulated(Chooser chooser, Reporter reporter) {
    return simulated(chooser, reporter, new Parts());
  }

  /** Opens a simulated world that is made of other parts. */
  static ReferenceWorld simulated(Chooser chooser, Reporter reporter, Parts parts) {
    return new ReferenceWorld(chooser, reporter, parts);
  }

  /**
   * Starts an agent and returns its realm, that of a top-level window.
   *
   * @param name for messages and the thread
   * @throws IllegalStateException if the world is closed
   */
  public ReferenceWindowRealm newAgent(String name) {
    return newTopLevel(name, Origin.SAME);
  }

  @Override
  public ReferenceWindowRealm newWindow(Origin origin) {
    return newTopLevel("window" + (1 + windowNumbers.incrementAndGet()), origin);
  }

  private ReferenceWindowRealm newTopLevel(String name, Origin origin) {
    Navigable navigable = Navigable.topLevel(this, name, WebOrigin.of(origin));
    if (navigable == null) {
      throw new IllegalStateException("the world is closed, so it has no new agent: " + name);
    }
    return navigable.activeDocument().realm();
  }

  /** Starts an agent; false if the world is closed, and then nothing of it will run. */
  boolean start(EventLoop loop) {
    return locking(
        () -> {
          if (closed) {
            loop.destroy();
          } else {
            loops.add(loop);
            scheduler.started(loop);
          }
          return !closed;
        });
  }

  /** Lets an agent go whose event loop was destroyed; called with the lock held. */
  void forget(EventLoop loop) {
    loops.remove(loop);
    openBroadcastChannels.removeIf(channel -> channel.realm().loop() == loop);
    sharedWorkers.removeIf(scope -> scope.realm().loop() == loop);
    scheduler.destroyed(loop);
  }

  /** The realm of the first agent, which is started by the first call. */
  @Override
  public synchronized ReferenceWindowRealm window() {
    if (window == null) {
      window = newAgent("window");
    }
    return window;
  }

  /**
   * Waits until no agent has anything to run, exactly.
   *
   * @return true if so; false if the world was closed meanwhile or the calling thread interrupted
   * @throws IllegalStateException inside a task of a world that runs by itself, which would wait for its own end
   */
  @Override
  public boolean settle() {
    if (scheduler instanceof ThreadScheduler && EventLoop.isInTaskOf(this)) {
      throw new IllegalStateException("settle() inside a task would wait for its own end: call it from another thread");
    }
    return scheduler.settle();
  }

  /**
   * Runs a simulated world until a condition holds.
   *
   * @return true if it holds; false if nothing is left to run, or if this world runs by itself
   */
  @Override
  public boolean runUntil(BooleanSupplier done) {
    return scheduler.runUntil(done);
  }

  /** Asks the virtual machine to collect garbage until it has collected some that is made for this, a few times at most. */
  @Override
  public void collectGarbage() {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    for (int i = 0; i < MOST_COLLECTIONS && garbage.get() != null; i++) {
      System.gc();
    }
  }

  /** Ends every agent: what is queued is dropped, a running task is interrupted, nothing is waited for. */
  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          loops.forEach(EventLoop::close);
          loops.stream().filter(loop -> loop.worker() != null).forEach(EventLoop::abort);
          loops.clear();
          openBroadcastChannels.clear();
          sharedWorkers.clear();
        });
    scheduler.close();
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Reporter reporter() {
    return reporter;
  }

  Parts parts() {
    return parts;
  }

  /** Runs steps with the lock that guards all queues, and which port is entangled with which. */
  void locked(Runnable steps) {
    lock.lock();
    try {
      steps.run();
    } finally {
      lock.unlock();
    }
  }

  <T> T locking(Supplier<T> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /** Every open broadcast channel, oldest first; guarded by the lock. */
  List<ReferenceBroadcastChannel> openBroadcastChannels() {
    return openBroadcastChannels;
  }

  /** Every shared worker that has not ended, oldest first; guarded by the lock. */
  List<ReferenceSharedWorkerGlobalScope> sharedWorkers() {
    return sharedWorkers;
  }

  /** A name for the agent of the next shared worker; called with the lock held. */
  String nextSharedWorkerName() {
    return "shared worker " + ++sharedWorkerNumbers;
  }

  long nextTaskNumber() {
    return taskNumbers++;
  }
}
