package dev.portspec.reference;

import java.util.function.BooleanSupplier;

/** Runs the event loops of a world: says what each runs next, and which outcome a contested clause has. */
interface Scheduler {
  /** Takes an event loop on; called once for each, with the world's lock held. */
  void started(EventLoop loop);

  /** Lets an event loop go, and interrupts the task that it runs on another thread; called with the lock held. */
  void destroyed(EventLoop loop);

  /** Says that a loop may have something to run; called with the world's lock held. */
  void wake(EventLoop loop);

  /** The outcome of a freedom; called without any lock. */
  String decide(Freedom freedom);

  /** Says that the order of the present step and what other agents do can be told; called without any lock. */
  default void interferes() {}

  /**
   * Lets other agents get further before the next step of the present task, as they may at any time, where that step
   * would put an end to what they do; called without any lock.
   */
  default void letOthersRun() {}

  /** The time since the world began, in milliseconds. */
  double now();

  /** Waits or runs until no loop has anything to run; false if the world was closed or the wait interrupted. */
  boolean settle();

  /** Runs until the condition holds, where this scheduler runs on its caller's thread; otherwise false at once. */
  boolean runUntil(BooleanSupplier done);

  /** Ends every loop; never waits for a task. */
  void close();
}
