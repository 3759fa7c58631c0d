package dev.portspec.spi;

import java.util.Set;

/**
 * An implementation of the Channel Messaging API in Java: what a user of the suite writes. Found with
 * {@link java.util.ServiceLoader}, or handed to the suite.
 *
 * <p><b>Threads:</b> the suite calls one method at a time, from any thread.
 */
public interface MessagingProvider {
  /** A short name in lower case, for the command line and reports. */
  String name();

  String version();

  /** What is claimed beyond the core; the same at each call. */
  Set<Capability> capabilities();

  /**
   * Opens a world of its own: nothing in it is seen by another one. Each check has a new one and closes it.
   *
   * @param reporter is told of uncaught exceptions, on the event loop of the realm where they arose
   */
  SubjectWorld openWorld(Reporter reporter);
}
