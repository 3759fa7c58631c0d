package dev.portspec.harness.inprocess;

import dev.portspec.api.SharedWorker;
import dev.portspec.api.Worker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts agents, and hears how they end.
 *
 * <p><b>Threads:</b> called on those of the agents.
 */
interface Startups {
  /**
   * The address of a worker's script.
   *
   * @param name of the agent
   * @param body null where there is no script
   */
  record Startup(String name, @Nullable List<?> body) {
    static Startup of(Map<?, ?> node) {
      return new Startup((String) node.get("startup"), (List<?>) node.get("body"));
    }
  }

  /** No agent can be started. */
  Startups NONE =
      new Startups() {
        @Override
        public Worker newWorker(AgentHost owner, Startup startup) {
          throw new Fault("agents are started by a world, and here is none");
        }

        @Override
        public SharedWorker newSharedWorker(AgentHost owner, Startup startup, String name) {
          throw new Fault("agents are started by a world, and here is none");
        }

        @Override
        public void terminates(Worker worker) {
          throw new Fault("agents are started by a world, and here is none");
        }
      };

  /** Makes a worker of a realm, whose script makes the agent's host. */
  Worker newWorker(AgentHost owner, Startup startup);

  /** Connects a realm to a shared worker, whose script makes the agent's host if the worker is new. */
  SharedWorker newSharedWorker(AgentHost owner, Startup startup, String name);

  /** A worker is about to be terminated: it may never begin. */
  void terminates(Worker worker);
}
