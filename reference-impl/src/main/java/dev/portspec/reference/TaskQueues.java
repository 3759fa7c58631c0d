package dev.portspec.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task queues of an event loop but those of its ports: one for each task source.
 *
 * <p><b>Concurrency:</b> guarded by the world's lock.
 */
final class TaskQueues {
  /** The task sources, each with the name that it has in a schedule. */
  enum Source {
    /** The task that comes before every other one: until it was taken, no other can be. */
    START("start"),
    SCRIPT("script"),
    TIMER("timers"),
    DOM_MANIPULATION("DOM manipulation"),
    POSTED_MESSAGE("posted messages");

    private final String name;

    Source(String name) {
      this.name = name;
    }
  }

  private final Map<Source, TaskQueue> queues = new EnumMap<>(Source.class);

  TaskQueues(String loop) {
    for (Source source : Source.values()) {
      queues.put(source, new TaskQueue(loop + ": " + source.name));
    }
  }

  TaskQueue of(Source source) {
    return queues.get(source);
  }

  /** Adds a task, which is tied to a document unless that is null. */
  void add(Source source, long number, @Nullable Document document, Runnable steps) {
    of(source).add(number, document, steps);
  }

  /** Adds the queues that have a task to those that an event loop may choose from. */
  void addNonEmptyTo(List<TaskSource> sources) {
    queues.values().stream().filter(queue -> !queue.isEmpty()).forEach(sources::add);
  }

  // port.doc.destroy-removes-tasks, bc.task.inactive-destination
  void removeTasksOf(Document document) {
    queues.values().forEach(queue -> queue.removeTasksOf(document));
  }

  void clearAllButStart() {
    queues.forEach((source, queue) -> {
      if (source != Source.START) {
        queue.clear();
      }
    });
  }
}
