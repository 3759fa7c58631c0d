package dev.portspec.harness.run;

import java.nio.file.Path;

/** Writes what people read, once a run has ended; found with {@link java.util.ServiceLoader}. */
public interface RunReporter {
  /**
   * Writes its pages.
   *
   * @param folder everything of this run lies here, beside {@code journal.jsonl}
   */
  void report(RunRecord run, Path folder);
}
