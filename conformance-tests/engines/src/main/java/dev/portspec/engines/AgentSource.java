package dev.portspec.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The text of the agent's program.
 *
 * @param text a script in JavaScript
 */
record AgentSource(String text) {
  private static final String BEFORE_A_WORKER_RUNS = "realm.start(start.body);";

  /** {@code agent.js} as it is. */
  static AgentSource load() {
    try (InputStream in = AgentSource.class.getResourceAsStream("agent.js")) {
      if (in == null) {
        throw new IllegalStateException("agent.js is not on the class path");
      }
      return new AgentSource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Followed by another script: it runs once the agent has what it needs of the realm, and before any check. */
  AgentSource then(String script) {
    return new AgentSource(text + "\n" + script);
  }

  /** Preceded by another script: what that adds to the realm belongs to it. */
  AgentSource after(String script) {
    return new AgentSource(script + "\n" + text);
  }

  /** With another script in each worker: it runs once the agent has what it needs there, before the worker's own. */
  AgentSource inWorkers(String script) {
    if (!text.contains(BEFORE_A_WORKER_RUNS)) {
      throw new IllegalStateException("agent.js does not say where a worker runs its script");
    }
    return new AgentSource(text.replace(BEFORE_A_WORKER_RUNS, script + "\n" + BEFORE_A_WORKER_RUNS));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
