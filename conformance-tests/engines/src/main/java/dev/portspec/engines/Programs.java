package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Finds programs on this machine, and asks them who they are. */
final class Programs {
  private Programs() {}

  /**
   * The program that a system property names, or else the first of some names on the PATH.
   *
   * @param install what to install where there is none
   * @throws BackendException if there is none
   */
  static Path find(String property, List<String> names, String install) {
    String named = System.getProperty(property, "");
    if (!named.isEmpty()) {
      Path program = Path.of(named);
      if (Files.isExecutable(program)) {
        return program;
      }
      throw missing("no program at -D%s=%s".formatted(property, named), install, property);
    }
    for (String name : names) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
        Path program = Path.of(folder, name);
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw missing("not on the PATH: " + String.join(", ", names), install, property);
  }

  /**
   * What a program that ends by itself writes; little.
   *
   * @throws BackendException if it cannot be started, or does not end in time
   */
  static String output(Duration patience, String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw BackendException.ours("did not end in time: " + String.join(" ", command), null);
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw BackendException.ours("cannot run %s: %s".formatted(command[0], e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BackendException.ours("interrupted while waiting for " + command[0], e);
    }
  }

  private static BackendException missing(String what, String install, String property) {
    return BackendException.ours("%s; install %s, or name it with -D%s=…".formatted(what, install, property), null);
  }
}
