package dev.portspec.harness.backend;

import java.util.List;

/**
 * One world of an implementation: realms that run scripts, and one log of observations for each agent.
 *
 * <p>Every method ends within the arrival budget.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
public interface BackendWorld extends AutoCloseable {
  /**
   * Runs a script as one task of a realm, and waits until the task and its microtasks have ended.
   *
   * @param script a list of actions
   * @throws BackendException if no answer came
   */
  Answer run(String realm, List<?> script);

  /**
   * Settles exactly, where the implementation can.
   *
   * @return false if it cannot, and then the caller takes turns
   * @throws BackendException if it does not come to rest
   */
  boolean settleExactly();

  /**
   * One turn of every event loop: a timer, and a round trip on a fresh channel.
   *
   * @throws BackendException if no answer came
   */
  void turn();

  /** Collects garbage, with tasks before and after it. */
  void collectGarbage();

  /** What has been seen so far in this world, agent by agent in the order of its log. */
  List<Observation> observations();

  @Override
  void close();
}
