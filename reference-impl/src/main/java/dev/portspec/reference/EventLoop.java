package dev.portspec.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one agent.
 *
 * <p><b>Concurrency:</b> the task queues, {@code running}, {@code closed} and {@code destroyed} are guarded by the
 * world's lock; the microtask queue and the depth of callbacks belong to the thread that runs the current task. A task
 * runs without the lock. Queueing a task happens-before it runs, and a task happens-before the next one of the same
 * loop. {@code aborted} is set by another agent at any time, and looked at before and after whatever a script calls.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#event-loops">HTML, event loops</a>
 */
class EventLoop {
  private static final ThreadLocal<@Nullable EventLoop> CURRENT = new ThreadLocal<>();

  private final ReferenceWorld world;
  private final String name;

  private final TaskQueue start;
  private final TaskQueue scripts;
  private final TaskQueue timers;
  private final TaskQueue domManipulation;
  private final Set<PortMessageQueue> portQueues = new LinkedHashSet<>();
  private @Nullable String unshippedOrder;
  private boolean running;
  private boolean closed;
  private boolean destroyed;
  private volatile boolean aborted;
  private final AtomicInteger ports = new AtomicInteger();
  private int workers;
  private @Nullable ReferenceWorkerGlobalScope worker;

  private final ArrayDeque<Runnable> microtasks = new ArrayDeque<>();
  private boolean performingMicrotaskCheckpoint;
  private int callbackDepth;

  EventLoop(ReferenceWorld world, String name) {
    this.world = world;
    this.name = name;
    this.start = new TaskQueue(name + ": start");
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
    checkNotAborted();
  }

  /** Whether the calling thread is inside a task of some loop of that world. */
  static boolean isInTaskOf(ReferenceWorld world) {
    EventLoop current = CURRENT.get();
    return current != null && current.world == world;
  }

  // Workers

  /** The worker whose event loop this is; null for that of a window. */
  @Nullable ReferenceWorkerGlobalScope worker() {
    return worker;
  }

  /** Says whose event loop this is, before it has run anything. */
  void setWorker(ReferenceWorkerGlobalScope worker) {
    this.worker = worker;
  }

  /** A name for the next worker that this agent makes; called in its tasks. */
  String nextWorkerName() {
    return name + "/worker" + ++workers;
  }

  /** Aborts the running script, and whatever that agent might call yet; called with the world's lock held. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#abort-a-running-script
  void abort() {
    aborted = true;
  }

  /** Leaves the running script if it was aborted. */
  void checkNotAborted() {
    if (aborted) {
      throw new ScriptAborted();
    }
  }

  /** Leaves the script that runs on this thread if it was aborted. */
  static void checkCurrentNotAborted() {
    EventLoop current = CURRENT.get();
    if (current != null) {
      current.checkNotAborted();
    }
  }

  // Task queues

  /** Queues the task that comes before every other one: until it was taken, no other can be. */
  void queueStart(Runnable steps) {
    queue(start, steps);
  }

  /** Whether the first task of a worker was not taken yet; called with the world's lock held. */
  boolean hasToStart() {
    return !start.isEmpty();
  }

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

  /** Takes in a new port of this agent and returns its number; called by any agent, for a shared worker's ports. */
  int adopt(ReferencePort port) {
    if (worker != null) {
      worker.addPort(port);
    }
    return ports.incrementAndGet();
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
    // worker.enabled-after-script
    if (!start.isEmpty()) {
      return List.of(start);
    }
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

  /** Discards all tasks and refuses further ones; called with the world's lock held. */
  void close() {
    start.clear();
    closeButStart();
  }

  /** As {@link #close}, but leaves the start of a worker. */
  void closeButStart() {
    closed = true;
    List.of(scripts, timers, domManipulation).forEach(TaskQueue::clear);
    portQueues.clear();
  }

  boolean closed() {
    return closed;
  }

  /** Says that this loop will never run again; called with the world's lock held. */
  void destroy() {
    close();
    destroyed = true;
  }

  boolean destroyed() {
    return destroyed;
  }

  // Running

  // loop.task-to-completion, loop.microtask-after-task
  void run(Runnable task) {
    EventLoop interrupted = CURRENT.get();
    CURRENT.set(this);
    try {
      task.run();
      performMicrotaskCheckpoint();
    } catch (ScriptAborted terminated) {
      // worker.terminate.closing
      microtasks.clear();
    } finally {
      if (interrupted == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(interrupted);
      }
      endIfClosed();
    }
  }

  // the last steps of the processing model of a worker event loop: worker.close.current-task-finishes
  private void endIfClosed() {
    if (worker != null && world.locking(() -> closed && start.isEmpty())) {
      worker.end();
    }
  }

  /** Runs a script; what it throws is given to {@code report} while it is still on the stack. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#run-a-classic-script
  void script(Runnable code, Consumer<? super Throwable> report) {
    checkNotAborted();
    callbackDepth++;
    try {
      code.run();
    } catch (Throwable exception) {
      checkNotAborted();
      report.accept(exception);
    } finally {
      callbackDepth--;
    }
    checkNotAborted();
    cleanUpAfterRunningScript();
  }

  /** Calls a callback; what it throws is given to {@code report} before anything else is called. */
  // https://webidl.spec.whatwg.org/#invoke-a-callback-function
  void callback(Runnable code, Consumer<? super Throwable> report) {
    checkNotAborted();
    Throwable thrown = null;
    callbackDepth++;
    try {
      code.run();
    } catch (Throwable exception) {
      thrown = exception;
    } finally {
      callbackDepth--;
    }
    checkNotAborted();
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
