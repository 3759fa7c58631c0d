package dev.portspec.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The text of {@code agent.js}. */
final class AgentSource {
  private AgentSource() {}

  static byte[] bytes() {
    try (InputStream in = AgentSource.class.getResourceAsStream("agent.js")) {
      if (in == null) {
        throw new IllegalStateException("agent.js is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
