package dev.portspec.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Runs all agents of a world on the caller's thread, one task at a time; a {@link Chooser} decides every freedom. With
 * it the reference is an executable specification: the same choices make the same run.
 *
 * <p><b>Concurrency:</b> one thread at a time calls {@link #runUntil} or {@link #settle}. They may be called inside a
 * task, which is how a task waits for another agent: agents that are inside a task are passed over.
 */
final class SimulatedScheduler implements Scheduler {
  private static final List<String> GO_ON_OR_NOT = List.of("no", "yes");

  private final ReentrantLock lock;
  private final Chooser chooser;
  private final List<EventLoop> loops = new ArrayList<>();
  private double now;
  private boolean closed;

  SimulatedScheduler(ReentrantLock lock, Chooser chooser) {
    this.lock = lock;
    this.chooser = chooser;
  }

  @Override
  public void started(EventLoop loop) {
    loops.add(loop);
  }

  @Override
  public void destroyed(EventLoop loop) {
    loops.remove(loop);
  }

  @Override
  public void wake(EventLoop loop) {
    // whoever runs this world looks at every loop before each task
  }

  @Override
  public String decide(Freedom freedom) {
    return choose(freedom.clause(), freedom.outcomes(), freedom.outcomes());
  }

  @Override
  public void interferes() {
    chooser.interferes();
  }

  /** Asks before each task of another agent whether there is to be one. */
  @Override
  public void letOthersRun() {
    while (!runnable().isEmpty() && chooser.choose(Chooser.OTHERS_FIRST, GO_ON_OR_NOT) == 1) {
      runOneTask();
    }
    EventLoop.checkCurrentNotAborted();
  }

  private <T> T choose(String what, List<T> from, List<String> options) {
    return from.get(from.size() == 1 ? 0 : chooser.choose(what, options));
  }

  /** The number of tasks so far: a clock that is the same in every replay. */
  @Override
  public double now() {
    return now;
  }

  @Override
  public boolean settle() {
    return !runUntil(() -> closed);
  }

  /** Runs tasks until the condition holds; false when it does not and no agent outside a task has one. */
  @Override
  public boolean runUntil(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      if (!runOneTask()) {
        return false;
      }
      EventLoop.checkCurrentNotAborted();
    }
    return true;
  }

  /** What can run next, of the agents that are not inside a task. */
  private List<LoopSource> runnable() {
    List<EventLoop> candidates = loops.stream().filter(loop -> !loop.running()).toList();
    candidates.forEach(EventLoop::decideUnshippedOrder);
    List<LoopSource> runnable = new ArrayList<>();
    for (EventLoop loop : candidates) {
      loop.runnable().forEach(source -> runnable.add(new LoopSource(loop, source)));
    }
    runnable.sort(Comparator.comparingLong(LoopSource::oldest));
    return runnable;
  }

  private boolean runOneTask() {
    List<LoopSource> runnable = runnable();
    if (runnable.isEmpty()) {
      return false;
    }
    // loop.queue-choice-free
    LoopSource next = choose(Chooser.NEXT_TASK, runnable, runnable.stream().map(LoopSource::name).toList());
    chooser.runs(next.name());
    now++;
    next.loop().setRunning(true);
    try {
      next.loop().run(take(next.source()));
    } finally {
      next.loop().setRunning(false);
    }
    return true;
  }

  private Runnable take(TaskSource source) {
    lock.lock();
    try {
      return source.take();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    loops.clear();
  }

  private record LoopSource(EventLoop loop, TaskSource source) {
    String name() {
      String about = source.about();
      return about.isEmpty() ? source.name() : source.name() + " = " + about;
    }

    long oldest() {
      return source.oldest();
    }
  }
}
