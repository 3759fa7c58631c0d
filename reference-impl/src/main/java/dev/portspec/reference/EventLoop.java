package dev.portspec.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one agent.
 *
 * <p><b>Concurrency:</b> the task queues, {@code running} and {@code closed} are guarded by the world's lock; the
 * microtask queue and the depth of callbacks belong to the thread that runs the current task. A task runs without the
 * lock. Queueing a task happens-before it runs, and a task happens-before the next one of the same loop.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#event-loops">HTML, event loops</a>
 */
class EventLoop {
  private static final ThreadLocal<@Nullable EventLoop> CURRENT = new ThreadLocal<>();

  private final ReferenceWorld world;
  private final String name;

  private final TaskQueue scripts;
  private final TaskQueue timers;
  private final TaskQueue domManipulation;
  private final Set<PortMessageQueue> portQueues = new LinkedHashSet<>();
  private @Nullable String unshippedOrder;
  private boolean running;
  private boolean closed;
  private int ports;

  private final ArrayDeque<Runnable> microtasks = new ArrayDeque<>();
  private boolean performingMicrotaskCheckpoint;
  private int callbackDepth;

  EventLoop(ReferenceWorld world, String name) {
    this.world = world;
    this.name = name;
    this.scripts = new TaskQueue(name + ": script");
    this.timers = new TaskQueue(name + ": timers");
    this.domManipulation = new TaskQueue(name + ": DOM manipulation");
  }

  String name() {
    return name;
  }

  ReferenceWorld world() {
    return world;
  }

  /** Refuses a call from anywhere but a task of this loop. */
  void checkThread(String what) {
    if (CURRENT.get() != this) {
      throw new IllegalStateException(
          ("%s was called on thread '%s' but belongs to agent '%s': hand the work over with execute(() -> …) on the"
                  + " agent's realm, or post a message to it")
              .formatted(what, Thread.currentThread().getName(), name));
    }
  }

  /** Whether the calling thread is inside a task of some loop of that world. */
  static boolean isInTaskOf(ReferenceWorld world) {
    EventLoop current = CURRENT.get();
    return current != null && current.world == world;
  }

  // Task queues

  void queueScript(Runnable steps) {
    queue(scripts, steps);
  }

  void queueTimer(Runnable steps) {
    queue(timers, steps);
  }

  void queueDomManipulation(Runnable steps) {
    queue(domManipulation, steps);
  }

  private void queue(TaskQueue queue, Runnable steps) {
    world.locked(() -> {
      if (!closed) {
        queue.add(nextTaskNumber(), steps);
        world.scheduler().wake(this);
      }
    });
  }

  /** The number of a new port of this agent; called in its tasks. */
  int nextPortNumber() {
    return ++ports;
  }

  long nextTaskNumber() {
    return world.nextTaskNumber();
  }

  // port.queue.enabled-source
  void portQueueChanged(PortMessageQueue queue, boolean runnable) {
    if (!runnable || closed) {
      portQueues.remove(queue);
    } else if (portQueues.add(queue)) {
      world.scheduler().wake(this);
    }
  }

  /** The sources that have a task, the one with the oldest task first; called with the world's lock held. */
  List<TaskSource> runnable() {
    List<TaskSource> sources = new ArrayList<>();
    for (TaskQueue queue : List.of(scripts, timers, domManipulation)) {
      if (!queue.isEmpty()) {
        sources.add(queue);
      }
    }
    List<PortMessageQueue> unshipped = new ArrayList<>();
    for (PortMessageQueue queue : portQueues) {
      // port.shipped.first-class
      if (queue.shipped() || "port-order".equals(unshippedOrder)) {
        sources.add(queue);
      } else {
        unshipped.add(queue);
      }
    }
    if (!unshipped.isEmpty()) {
      sources.add(new UnshippedPortMessageQueue(name, unshipped));
    }
    sources.sort(Comparator.comparingLong(TaskSource::oldest));
    return sources;
  }

  /** Asks, the first time that it matters, whether the order between unshipped ports is that of posting. */
  void decideUnshippedOrder() {
    if (unshippedOrder == null && portQueues.stream().filter(queue -> !queue.shipped()).count() > 1) {
      unshippedOrder = world.scheduler().decide(Freedom.UNSHIPPED_ORDER);
    }
  }

  boolean running() {
    return running;
  }

  void setRunning(boolean running) {
    this.running = running;
  }

  void close() {
    closed = true;
    List.of(scripts, timers, domManipulation).forEach(TaskQueue::clear);
    portQueues.clear();
  }

  // Running

  // loop.task-to-completion, loop.microtask-after-task
  void run(Runnable task) {
    EventLoop interrupted = CURRENT.get();
    CURRENT.set(this);
    try {
      task.run();
      performMicrotaskCheckpoint();
    } finally {
      if (interrupted == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(interrupted);
      }
    }
  }

  /** Runs a script; what it throws is given to {@code report} while it is still on the stack. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#run-a-classic-script
  void script(Runnable code, Consumer<? super Throwable> report) {
    callbackDepth++;
    try {
      code.run();
    } catch (Throwable exception) {
      report.accept(exception);
    } finally {
      callbackDepth--;
    }
    cleanUpAfterRunningScript();
  }

  /** Calls a callback; what it throws is given to {@code report} before anything else is called. */
  // https://webidl.spec.whatwg.org/#invoke-a-callback-function
  void callback(Runnable code, Consumer<? super Throwable> report) {
    Throwable thrown = null;
    callbackDepth++;
    try {
      code.run();
    } catch (Throwable exception) {
      thrown = exception;
    } finally {
      callbackDepth--;
    }
    boolean reportFirst = thrown != null && reportsBeforeMicrotasks();
    if (!reportFirst) {
      cleanUpAfterRunningScript();
    }
    // event.dispatch.exception-order, event.dispatch.exception-after-microtasks
    if (thrown != null) {
      report.accept(thrown);
    }
    if (reportFirst) {
      cleanUpAfterRunningScript();
    }
  }

  private boolean reportsBeforeMicrotasks() {
    return callbackDepth == 0
        && !performingMicrotaskCheckpoint
        && !microtasks.isEmpty()
        && world.scheduler().decide(Freedom.EXCEPTION_AFTER_MICROTASKS).equals("report-first");
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#clean-up-after-running-script: loop.microtask-after-callback,
  // loop.microtask-not-in-synthetic
  void cleanUpAfterRunningScript() {
    if (callbackDepth == 0) {
      performMicrotaskCheckpoint();
    }
  }

  void queueMicrotask(Runnable steps) {
    microtasks.add(steps);
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#perform-a-microtask-checkpoint
  void performMicrotaskCheckpoint() {
    // 1. loop.microtask-no-reentry
    if (performingMicrotaskCheckpoint) {
      return;
    }
    // 2-3, 7.
    performingMicrotaskCheckpoint = true;
    try {
      runMicrotasks();
    } finally {
      performingMicrotaskCheckpoint = false;
    }
  }

  // 3. loop.microtask-drain
  final void runMicrotasks() {
    for (Runnable next = microtasks.poll(); next != null; next = microtasks.poll()) {
      next.run();
    }
  }

  final boolean performingMicrotaskCheckpoint() {
    return performingMicrotaskCheckpoint;
  }

  /** How many callbacks and scripts are on the stack. */
  final int callbackDepth() {
    return callbackDepth;
  }
}
