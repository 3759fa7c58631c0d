package dev.portspec.reference;

import dev.portspec.spi.ScriptAborted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one agent.
 *
 * <p><b>Concurrency:</b> the task queues, {@code running}, {@code closed} and {@code destroyed} are guarded by the
 * world's lock; the stack belongs to the thread that runs the current task. A task runs without the lock. Queueing a
 * task happens-before it runs, and a task happens-before the next one of the same loop.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#event-loops">HTML, event loops</a>
 */
class EventLoop extends ScriptStack {
  private static final ThreadLocal<@Nullable EventLoop> CURRENT = new ThreadLocal<>();

  private final ReferenceWorld world;
  private final String name;

  private final TaskQueues taskQueues;
  private final Set<PortMessageQueue> portQueues = new LinkedHashSet<>();
  private @Nullable String unshippedOrder;
  private boolean running;
  private boolean closed;
  private boolean destroyed;
  private final AtomicInteger ports = new AtomicInteger();
  private int workers;
  private int frames;
  private @Nullable ReferenceWorkerGlobalScope worker;

  EventLoop(ReferenceWorld world, String name) {
    this.world = world;
    this.name = name;
    this.taskQueues = new TaskQueues(name);
  }

  String name() {
    return name;
  }

  ReferenceWorld world() {
    return world;
  }

  @Override
  final String decide(Freedom freedom) {
    return world.scheduler().decide(freedom);
  }

  // The current task

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

  /** Leaves the script that runs on this thread if it was aborted. */
  static void checkCurrentNotAborted() {
    EventLoop current = CURRENT.get();
    if (current != null) {
      current.checkNotAborted();
    }
  }

  /**
   * The realm of the incumbent settings object of the script that runs on this thread.
   *
   * @throws IllegalStateException if none does
   */
  static ReferenceRealm incumbent() {
    EventLoop current = CURRENT.get();
    ReferenceRealm incumbent = current == null ? null : current.incumbentRealm();
    if (incumbent == null) {
      throw new IllegalStateException(
          "thread '%s' runs no script: hand the work over with execute(() -> …) on a realm"
              .formatted(Thread.currentThread().getName()));
    }
    return incumbent;
  }

  // Workers and frames

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

  /** A name for the next document that this agent loads into a frame; called in its tasks. */
  String nextFrameName() {
    return name + "/frame" + ++frames;
  }

  /** A number for the next port of this agent; called by any agent, for a shared worker's ports. */
  int nextPortNumber() {
    return ports.incrementAndGet();
  }

  // Task queues

  /** Queues a task, unless its document is gone; null for a task that belongs to none. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#queue-a-task
  void queue(TaskQueues.Source source, @Nullable Document document, Runnable steps) {
    world.locked(() -> {
      // loop.runnable-only
      if (!closed && (document == null || document.isFullyActive())) {
        taskQueues.add(source, nextTaskNumber(), document, steps);
        world.scheduler().wake(this);
      }
    });
  }

  /** Removes the tasks of a document; called with the world's lock held. */
  void removeTasksOf(Document document) {
    taskQueues.removeTasksOf(document);
  }

  /** Whether the first task of a worker was not taken yet; called with the world's lock held. */
  boolean hasToStart() {
    return !taskQueues.of(TaskQueues.Source.START).isEmpty();
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
    if (hasToStart()) {
      return List.of(taskQueues.of(TaskQueues.Source.START));
    }
    List<TaskSource> sources = new ArrayList<>();
    taskQueues.addNonEmptyTo(sources);
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
      unshippedOrder = decide(Freedom.UNSHIPPED_ORDER);
    }
  }

  // Running and ending

  boolean running() {
    return running;
  }

  void setRunning(boolean running) {
    this.running = running;
  }

  // loop.task-to-completion, loop.microtask-after-task
  void run(Runnable task) {
    EventLoop interrupted = CURRENT.get();
    CURRENT.set(this);
    try {
      task.run();
      performMicrotaskCheckpoint();
    } catch (ScriptAborted terminated) {
      // worker.terminate.closing
      dropMicrotasks();
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
    boolean ends = world.locking(() -> {
      boolean closedInTask = closed && !hasToStart();
      running &= closedInTask;
      return closedInTask;
    });
    if (ends) {
      end();
    }
  }

  /** Ends this agent, which runs no task any more; a second time has no effect. */
  void end() {
    if (worker != null) {
      worker.end();
    } else {
      world.locked(() -> {
        destroy();
        world.forget(this);
      });
    }
  }

  /** Discards all tasks and refuses further ones; called with the world's lock held. */
  void close() {
    taskQueues.of(TaskQueues.Source.START).clear();
    closeButStart();
  }

  /** As {@link #close}, but leaves the start of a worker. */
  void closeButStart() {
    closed = true;
    taskQueues.clearAllButStart();
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
}
