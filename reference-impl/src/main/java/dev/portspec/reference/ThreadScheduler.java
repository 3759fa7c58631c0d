package dev.portspec.reference;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs each agent on a daemon thread of its own, its tasks in the order of their arrival.
 *
 * <p><b>Concurrency:</b> everything here is guarded by the world's lock. Each agent's thread waits on a condition of
 * that lock; whoever settles waits on another one, which is signalled when an agent has nothing left to run. Tasks run
 * without the lock. Threads come from a pool that all worlds share, and go back to it when their agent ends or their
 * world is closed; a thread that is stuck in a task is interrupted and left behind.
 */
final class ThreadScheduler implements Scheduler {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          body -> {
            Thread thread = new Thread(body, "portspec agent");
            thread.setDaemon(true);
            return thread;
          });

  private final ReentrantLock lock;
  private final Condition idle;
  private final Map<EventLoop, LoopThread> loops = new IdentityHashMap<>();
  private final long beginning = System.nanoTime();
  private boolean closed;

  ThreadScheduler(ReentrantLock lock) {
    this.lock = lock;
    this.idle = lock.newCondition();
  }

  @Override
  public void started(EventLoop loop) {
    LoopThread thread = new LoopThread(loop);
    loops.put(loop, thread);
    THREADS.execute(thread);
  }

  @Override
  public void destroyed(EventLoop loop) {
    LoopThread thread = loops.remove(loop);
    if (thread != null) {
      thread.end();
    }
    idle.signalAll();
  }

  @Override
  public void wake(EventLoop loop) {
    LoopThread thread = loops.get(loop);
    if (thread != null) {
      thread.wakeUp.signal();
    }
  }

  @Override
  public String decide(Freedom freedom) {
    return freedom.outcomes().get(0);
  }

  @Override
  public double now() {
    return (System.nanoTime() - beginning) / 1e6;
  }

  @Override
  public boolean settle() {
    lock.lock();
    try {
      while (!closed && !isIdle()) {
        idle.await();
      }
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isIdle() {
    return loops.keySet().stream().allMatch(loop -> !loop.running() && loop.runnable().isEmpty());
  }

  @Override
  public boolean runUntil(BooleanSupplier done) {
    return false;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      loops.values().forEach(LoopThread::end);
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private final class LoopThread implements Runnable {
    private final EventLoop loop;
    private final Condition wakeUp = lock.newCondition();
    private @Nullable Thread thread;
    private boolean ended;

    LoopThread(EventLoop loop) {
      this.loop = loop;
    }

    // https://html.spec.whatwg.org/multipage/webappapis.html#event-loop-processing-model
    @Override
    public void run() {
      Thread.currentThread().setName("portspec agent " + loop.name());
      while (runNext()) {
        // the task was in the frame that is gone, so that a loop that waits keeps nothing alive
      }
      Thread.currentThread().setName("portspec agent, idle");
    }

    private boolean runNext() {
      Runnable task = next();
      if (task == null) {
        return false;
      }
      try {
        loop.run(task);
      } catch (Throwable brokenReporter) {
        Thread self = Thread.currentThread();
        self.getUncaughtExceptionHandler().uncaughtException(self, brokenReporter);
      }
      return true;
    }

    /** Waits for the next task; null at the end of the agent or the world. */
    private @Nullable Runnable next() {
      lock.lock();
      try {
        thread = null;
        loop.setRunning(false);
        List<TaskSource> runnable = loop.runnable();
        while (!ended && runnable.isEmpty()) {
          idle.signalAll();
          wakeUp.awaitUninterruptibly();
          runnable = loop.runnable();
        }
        if (ended) {
          return null;
        }
        // an interrupt was meant for the task before
        Thread.interrupted();
        thread = Thread.currentThread();
        loop.setRunning(true);
        // loop.queue-choice-free: the source whose task has waited longest
        return runnable.get(0).take();
      } finally {
        lock.unlock();
      }
    }

    void end() {
      ended = true;
      wakeUp.signal();
      if (thread != null && thread != Thread.currentThread()) {
        thread.interrupt();
      }
    }
  }
}
