package dev.portspec.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect under the token of one program: the agent of its window, and those of the workers of the current
 * world. A worker of the world before is still heard, until that world's connections are ended.
 *
 * <p><b>Threads:</b> any.
 */
final class Guests {
  private static final int MOST_WORKERS = 200;

  private final Inbox inbox;
  private final AgentConnection window;
  private final Map<String, AgentConnection> current = new HashMap<>();
  private final Map<String, AgentConnection> former = new HashMap<>();
  private int world;

  Guests(Inbox inbox) {
    this.inbox = inbox;
    window = new AgentConnection(inbox);
  }

  /** The connection of the window's agent. */
  AgentConnection window() {
    return window;
  }

  /**
   * The connection of a worker's agent, which may speak before anybody has heard of it.
   *
   * @return null if there is no such world, or too many workers in it
   */
  synchronized @Nullable AgentConnection worker(String world, String name) {
    if (!world.equals(Integer.toString(this.world))) {
      return former.get(world + "/" + name);
    }
    AgentConnection known = current.get(name);
    if (known == null && current.size() < MOST_WORKERS) {
      known = new AgentConnection(inbox);
      current.put(name, known);
    }
    return known;
  }

  /** The connection of a worker of the current world. */
  synchronized @Nullable AgentConnection worker(String name) {
    return worker(Integer.toString(world), name);
  }

  /** The name of the worker that has a connection in the current world. */
  synchronized @Nullable String nameOf(AgentConnection connection) {
    for (Map.Entry<String, AgentConnection> entry : current.entrySet()) {
      if (entry.getValue() == connection) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** Expects the workers of another world. */
  synchronized void expectWorld(int next) {
    former.clear();
    current.forEach((name, connection) -> former.put(world + "/" + name, connection));
    current.clear();
    world = next;
  }

  /** Ends the connections of the world before. */
  void endFormer() {
    List<AgentConnection> ended;
    synchronized (this) {
      ended = new ArrayList<>(former.values());
      former.clear();
    }
    ended.forEach(connection -> connection.fail("its world was closed"));
  }

  /** Ends all connections. */
  void end(String reason) {
    expectWorld(0);
    endFormer();
    window.fail(reason);
  }
}
