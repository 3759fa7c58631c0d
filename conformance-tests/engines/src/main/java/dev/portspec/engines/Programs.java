package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds programs on this machine. */
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

  private static BackendException missing(String what, String install, String property) {
    return BackendException.ours("%s; install %s, or name it with -D%s=…".formatted(what, install, property), null);
  }
}
