package dev.portspec.reference;

import java.util.List;
import java.util.Random;

/**
 * Decides what the standard leaves free, in a simulated world: which task runs next, and which outcome of a contested
 * clause holds.
 *
 * <p><b>Threads:</b> asked on the thread that runs the world, never by two at once.
 *
 * @see Freedom
 */
@FunctionalInterface
public interface Chooser {
  /** What is chosen where the options are tasks. */
  String NEXT_TASK = "next task";

  /**
   * What is asked inside a task, before a step that puts an end to what others do: whether another agent runs a task
   * first, as it might on a thread of its own. The options are {@code no} and {@code yes}; after a yes, the task is
   * chosen and run, and then this is asked again.
   */
  String OTHERS_FIRST = "others first";

  /**
   * Chooses one of several options. A question with one possible answer is never asked.
   *
   * @param what {@link #NEXT_TASK}, {@link #OTHERS_FIRST}, or the id of the clause that leaves its outcome open
   * @param options at least two; the first is what happens in a world with threads. A task is named by its source,
   *     {@code agent: source}, and, where it is a message whose data is a string or a number, by {@code " = "} and the data
   * @return the index of the option
   */
  int choose(String what, List<String> options);

  /**
   * Is told of each task before it runs, also of one that was the only one to choose from.
   *
   * @param task as it was, or would have been, among the options
   */
  default void runs(String task) {}

  /**
   * Is told that the task which runs closes, moves or receives a port, uses a broadcast channel, starts or ends a
   * worker, or adds to a queue that takes from several agents. Tasks of different agents that do none of these can
   * change places, and nobody could tell.
   */
  default void interferes() {}

  /** Always takes the first option: tasks in the order of their arrival, contested clauses by their default. */
  static Chooser first() {
    return (what, options) -> 0;
  }

  /** Takes any option; the same ones for the same seed. */
  static Chooser random(long seed) {
    Random random = new Random(seed);
    return (what, options) -> random.nextInt(options.size());
  }
}
