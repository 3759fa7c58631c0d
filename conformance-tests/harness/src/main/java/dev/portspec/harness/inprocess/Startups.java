package dev.portspec.harness.inprocess;

import dev.portspec.api.SharedWorker;
import dev.portspec.api.Worker;
import dev.portspec.spi.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts agents and frames, and hears how they end.
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

  /** Makes a worker of a realm, whose script makes its host. */
  Worker newWorker(RealmHost owner, Startup startup);

  /** Connects a realm to a shared worker, whose script makes its host if the worker is new. */
  SharedWorker newSharedWorker(RealmHost owner, Startup startup, String name);

  /** A worker is about to be terminated: it may never begin. */
  void terminates(Worker worker);

  /** Makes a frame of a realm, and the host of the realm in it, which has that name. */
  Frame newFrame(RealmHost owner, String name, Origin origin);

  /** Loads another document into a frame, and makes the host of its realm, which has that name. */
  Frame navigate(Frame frame, String name, Origin origin);
}
