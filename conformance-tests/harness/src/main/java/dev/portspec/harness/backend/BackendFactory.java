package dev.portspec.harness.backend;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts an implementation that is not Java objects; found with {@link java.util.ServiceLoader}, chosen by name only. */
public interface BackendFactory {
  /** The name on the command line, such as {@code node}. */
  String name();

  /**
   * Starts it.
   *
   * @param work a folder for whatever it writes
   * @param arrival the longest wait for an answer
   * @throws BackendException if it is not on this machine; the message says what to install
   */
  Backend open(Path work, Duration arrival);

  /** The deviations known of it, a YAML resource on the class path; null where there are none. */
  default @Nullable String deviations() {
    return null;
  }
}
