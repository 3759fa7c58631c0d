package dev.portspec.reference;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port message queue: a task source that can be enabled and is initially disabled. Once enabled it can never be
 * disabled again; while it travels in a data holder it is not served, see {@link Freedom#ORIGINAL_DISPATCH_IN_FLIGHT}.
 *
 * <p><b>Concurrency:</b> guarded by the world's lock. The event loop of the owner knows this queue while it has a task
 * that can run, and keeps its port alive with it (port.gc.pending-event-keeps-alive).
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#port-message-queue">HTML, port message
 *     queue</a>
 */
class PortMessageQueue implements TaskSource {
  private final ReferencePort owner;
  private final EventLoop loop;
  private final ArrayDeque<MessageTask> tasks = new ArrayDeque<>();
  private boolean enabled;
  private boolean endsWithNext;
  private @Nullable PortMessageQueue movedTo;

  PortMessageQueue(ReferencePort owner) {
    this.owner = owner;
    this.loop = owner.realm().loop();
  }

  /**
   * Adds a task, which is given the port in whose queue it is when it runs (port.post.final-target); {@code about} says
   * in a few characters what it is about.
   *
   * <p>DEVIATION: a port may be received between the first step of a post, which fixes the target, and the last, which
   * adds the task. The letter strands that message in the old queue; here it follows the others (gap 14).
   */
  void add(String about, Consumer<ReferencePort> steps) {
    PortMessageQueue queue = this;
    while (queue.movedTo != null) {
      queue = queue.movedTo;
    }
    queue.tasks.add(new MessageTask(loop.nextTaskNumber(), about, steps));
    queue.update();
    if (queue.owner.isGone()) {
      queue.discard();
    }
  }

  /** Whether what another agent adds here has a place among what is added to other ports of this event loop. */
  // worker.implicit-ports-unshipped
  boolean isOrderedWithOthers(EventLoop poster) {
    return loop != poster && !shipped();
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
    endsWithNext = false;
    update();
  }

  /** Serves one more task, if it is enabled, and is disabled then. */
  void endWithNext() {
    endsWithNext = true;
  }

  boolean enabled() {
    return enabled;
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  void clear() {
    tasks.clear();
    update();
  }

  /**
   * Drops what nobody can dispatch any more, and what was sent along: a port that waits here is received by nobody, so
   * it is parted from its partner, and its queue is dropped too. That of one which its old owner still serves stays.
   */
  void discard() {
    ArrayDeque<PortMessageQueue> lost = new ArrayDeque<>(List.of(this));
    for (PortMessageQueue queue = lost.poll(); queue != null; queue = lost.poll()) {
      for (MessageTask task : queue.tasks) {
        if (task.steps() instanceof ReferencePort.Delivery delivery) {
          delivery.serialized().ports().stream().filter(port -> !port.portMessageQueue().enabled).forEach(port -> {
            ChannelEnd.separate(port);
            lost.add(port.portMessageQueue());
          });
        }
      }
      queue.clear();
    }
  }

  /** Whether what was added here is in the queue of another port now. */
  boolean moved() {
    return movedTo != null;
  }

  // port.recv.moves-queue, port.recv.preserves-order
  void moveAllTasksTo(PortMessageQueue other) {
    other.tasks.addAll(tasks);
    other.update();
    clear();
    movedTo = other;
  }

  boolean shipped() {
    return owner.hasBeenShipped();
  }

  @Override
  public String name() {
    return loop.name() + ": port " + owner.number();
  }

  @Override
  public long oldest() {
    return tasks.getFirst().number();
  }

  @Override
  public String about() {
    return tasks.getFirst().about();
  }

  // port.unshipped.not-twice
  @Override
  public Runnable take() {
    MessageTask task = removeOldest(tasks);
    enabled &= !endsWithNext;
    update();
    return () -> task.steps().accept(owner);
  }

  // port.queue.fifo
  MessageTask removeOldest(ArrayDeque<MessageTask> tasks) {
    return tasks.removeFirst();
  }

  // port.queue.window-document, loop.runnable-only
  final void update() {
    loop.portQueueChanged(this, enabled && !tasks.isEmpty() && !owner.realm().isGone());
  }

  record MessageTask(long number, String about, Consumer<ReferencePort> steps) {}
}
