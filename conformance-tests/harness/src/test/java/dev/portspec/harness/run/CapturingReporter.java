package dev.portspec.harness.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps the last run for a test to look at. */
public final class CapturingReporter implements RunReporter {
  static @Nullable RunRecord last;
  static @Nullable Path folder;

  @Override
  public void report(RunRecord run, Path where) {
    last = run;
    folder = where;
  }
}
