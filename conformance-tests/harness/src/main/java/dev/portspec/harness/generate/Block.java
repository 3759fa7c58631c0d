package dev.portspec.harness.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Steps that run one after the other: a task, the script of a worker, a microtask, or one call of a function. */
final class Block {
  private final int agent;
  private final @Nullable Handler owner;
  private final List<Consumer<Performance>> steps = new ArrayList<>();

  /**
   * A block.
   *
   * @param agent that runs it: 0 for the window, or the number of a worker
   * @param owner whose call it is, or in whose call the microtask is queued; null in a task
   */
  Block(int agent, @Nullable Handler owner) {
    this.agent = agent;
    this.owner = owner;
  }

  int agent() {
    return agent;
  }

  @Nullable Handler owner() {
    return owner;
  }

  void add(Consumer<Performance> step) {
    steps.add(step);
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  void perform(Performance performance) {
    steps.forEach(step -> step.accept(performance));
  }
}
