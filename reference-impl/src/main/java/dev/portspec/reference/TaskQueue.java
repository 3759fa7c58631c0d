package dev.portspec.reference;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a task source other than ports: first in, first out.
 *
 * <p><b>Concurrency:</b> guarded by the world's lock.
 */
final class TaskQueue implements TaskSource {
  private final String name;
  private final ArrayDeque<Task> tasks = new ArrayDeque<>();

  TaskQueue(String name) {
    this.name = name;
  }

  void add(long number, @Nullable Document document, Runnable steps) {
    tasks.add(new Task(number, document, steps));
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  void clear() {
    tasks.clear();
  }

  void removeTasksOf(Document document) {
    tasks.removeIf(task -> task.document() == document);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long oldest() {
    return tasks.getFirst().number();
  }

  // loop.source-order
  @Override
  public Runnable take() {
    return tasks.removeFirst().steps();
  }

  private record Task(long number, @Nullable Document document, Runnable steps) {}
}
