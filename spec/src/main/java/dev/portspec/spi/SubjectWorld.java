package dev.portspec.spi;

import java.util.function.BooleanSupplier;

/**
 * One world of an implementation under test, with its first window.
 *
 * <p><b>Threads:</b> the suite calls one method at a time.
 */
public interface SubjectWorld extends AutoCloseable {
  /** The first realm: the same at each call; a {@link WindowRealm} where windows are claimed. */
  SubjectRealm window();

  /** Another top-level window, in an agent of its own. */
  default WindowRealm newWindow(Origin origin) {
    throw new UnclaimedException(Capability.WINDOWS);
  }

  /**
   * Runs every event loop until none has anything to do.
   *
   * @return true if this world is idle now, exactly; false if it cannot tell, and then the suite takes turns
   */
  default boolean settle() {
    return false;
  }

  /**
   * For a world that owns its scheduling: runs event loops on the calling thread until the condition holds.
   *
   * @return true if it holds; false if this world runs by itself, and then the suite waits
   */
  default boolean runUntil(BooleanSupplier done) {
    return false;
  }

  /** Collects garbage, between tasks. */
  default void collectGarbage() {
    throw new UnclaimedException(Capability.GC);
  }

  /** Ends every agent of this world; what is still queued is dropped. */
  @Override
  void close();
}
