package dev.portspec.harness.backend;

/**
 * Reaches one implementation under test.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
public interface Backend extends AutoCloseable {
  /** Who is being tested; known before the first world. */
  Subject subject();

  /**
   * Opens a new world with one realm, named {@code window}, in one agent of the same name.
   *
   * @throws BackendException if the implementation cannot be reached, even after a restart
   */
  BackendWorld openWorld();

  /** How many observations have come, so far, after their world was closed; 0 if all is well. */
  int lateObservations();

  /** Ends the implementation and everything that was started for it. */
  @Override
  void close();
}
