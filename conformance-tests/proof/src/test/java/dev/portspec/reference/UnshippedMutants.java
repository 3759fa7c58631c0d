package dev.portspec.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong among the ports of one event loop that were never shipped. */
final class UnshippedMutants {
  private UnshippedMutants() {}

  /** A variation that knows every queue; they all belong to one event loop. */
  private abstract static class AllQueues extends Variation {
    private final List<PortMessageQueue> queues = new ArrayList<>();

    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      PortMessageQueue queue = new VariedQueue(owner, this);
      queues.add(queue);
      return queue;
    }

    /** The queues of other unshipped ports that have messages. */
    final List<PortMessageQueue> othersWithMessages(PortMessageQueue queue) {
      return queues.stream().filter(other -> other != queue && !other.isEmpty() && !other.shipped()).toList();
    }

    PortMessageQueue.MessageTask removeOldest(VariedQueue queue, ArrayDeque<PortMessageQueue.MessageTask> tasks) {
      return tasks.removeFirst();
    }

    void enabled(VariedQueue queue) {}

    void taken(VariedQueue queue, Runnable task) {}
  }

  /** A queue that asks its variation. */
  private static final class VariedQueue extends PortMessageQueue {
    private final ReferencePort owner;
    private final AllQueues variation;

    VariedQueue(ReferencePort owner, AllQueues variation) {
      super(owner);
      this.owner = owner;
      this.variation = variation;
    }

    @Override
    void setEnabled(boolean enabled) {
      variation.enabled(this);
      super.setEnabled(enabled);
    }

    @Override
    MessageTask removeOldest(ArrayDeque<MessageTask> tasks) {
      return variation.removeOldest(this, tasks);
    }

    @Override
    public Runnable take() {
      Runnable task = super.take();
      variation.taken(this, task);
      return task;
    }
  }

  @Mutant(killedBy = "port.unshipped.only-enabled")
  static final class WaitsForDisabledPorts extends AllQueues {
    @Override
    EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        List<TaskSource> runnable() {
          List<TaskSource> sources = super.runnable();
          if (sources.removeIf(source -> source instanceof UnshippedPortMessageQueue unshipped && waits(unshipped))) {
            exercise();
          }
          return sources;
        }
      };
    }

    private boolean waits(UnshippedPortMessageQueue unshipped) {
      return othersWithMessages(unshipped.ports().get(0)).stream()
          .anyMatch(other -> !other.enabled() && other.oldest() < unshipped.oldest());
    }
  }

  @Mutant(killedBy = "port.unshipped.global-order")
  static final class TakesTheNewestWhileOthersWait extends AllQueues {
    @Override
    PortMessageQueue.MessageTask removeOldest(VariedQueue queue, ArrayDeque<PortMessageQueue.MessageTask> tasks) {
      if (tasks.size() > 1 && !othersWithMessages(queue).isEmpty()) {
        exercise();
        return tasks.removeLast();
      }
      return tasks.removeFirst();
    }
  }

  @Mutant(killedBy = "port.unshipped.both-directions-order")
  static final class TakesTheNewestWhileThePartnerWaits extends AllQueues {
    @Override
    PortMessageQueue.MessageTask removeOldest(VariedQueue queue, ArrayDeque<PortMessageQueue.MessageTask> tasks) {
      if (tasks.size() > 1
          && queue.owner.entangledWith() instanceof ReferencePort partner
          && !partner.portMessageQueue().isEmpty()) {
        exercise();
        return tasks.removeLast();
      }
      return tasks.removeFirst();
    }
  }

  @Mutant(killedBy = "port.unshipped.late-enable-order")
  static final class PassesOverWhatIsOlderThanWhatWaits extends AllQueues {
    @Override
    void enabled(VariedQueue queue) {
      if (!queue.isEmpty()
          && othersWithMessages(queue).stream().anyMatch(other -> other.enabled() && other.oldest() > queue.oldest())) {
        exercise();
        queue.clear();
      }
    }
  }

  @Mutant(killedBy = "port.unshipped.not-twice")
  static final class ServesUnshippedPortsTwice extends AllQueues {
    @Override
    void taken(VariedQueue queue, Runnable task) {
      if (!queue.shipped()) {
        exercise();
        queue.owner.realm().queueDomManipulation(task);
      }
    }
  }
}
