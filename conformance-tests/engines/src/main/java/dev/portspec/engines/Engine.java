package dev.portspec.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One engine: how its program is started so that its agent connects. */
interface Engine {
  /** As it is named on the command line. */
  String name();

  /** The program that is started. */
  Path program();

  /**
   * The command that starts it.
   *
   * @param address where its agent connects, and is served to engines that load pages
   * @param agent for engines that take it from a file
   * @param folder an empty folder of its own, deleted when the program has ended
   */
  List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException;

  /**
   * What its environment has besides that of this process.
   *
   * @param folder as for the command
   */
  default Map<String, String> environment(Path folder) {
    return Map.of();
  }

  /**
   * Its exact version.
   *
   * @param told what its agent said, which in some engines knows only half of it
   */
  default String version(String told) {
    return told;
  }

  /** Whether its workers write what they see to files in the folder; those of a page post it. */
  default boolean workersWriteFiles() {
    return false;
  }

  /** What may be wrong when it starts and its agent does not connect. */
  String hint();
}
