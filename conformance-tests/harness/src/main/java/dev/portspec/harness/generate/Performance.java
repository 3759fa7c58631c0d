package dev.portspec.harness.generate;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Target;
import dev.portspec.harness.WorkerGlobal;
import dev.portspec.harness.WorkerHandle;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** One program in one world: the handles of what it names. */
final class Performance {
  private final Program program;
  private final Map<Integer, Realm> realms = new HashMap<>();
  private final Map<Integer, WorkerHandle> workers = new HashMap<>();
  private final Map<Integer, WorkerGlobal> globals = new HashMap<>();
  private final Map<Integer, Channel> channels = new HashMap<>();
  private final Map<Integer, Port> received = new HashMap<>();
  private final Map<Handler, Reaction> reactions = new IdentityHashMap<>();

  Performance(Program program, Realm window) {
    this.program = program;
    realms.put(0, window);
  }

  Program program() {
    return program;
  }

  void make(int channel, int agent) {
    channels.put(channel, realm(agent).newChannel());
  }

  /** Starts a worker, whose script does this. */
  void start(int worker, Runnable script) {
    WorkerHandle started = realm(0).newWorker(self -> {
      realms.put(worker, self.realm());
      globals.put(worker, self);
      script.run();
    });
    workers.put(worker, started);
  }

  private Realm realm(int agent) {
    return Objects.requireNonNull(realms.get(agent));
  }

  /** Terminates a worker, or closes it from inside. */
  void end(int worker, int agent) {
    if (agent == 0) {
      Objects.requireNonNull(workers.get(worker)).terminate();
    } else {
      Objects.requireNonNull(globals.get(worker)).close();
    }
  }

  /** What posts, and takes messages, under a name. */
  Target target(PortName name) {
    if (!name.isImplicit()) {
      return port(name);
    }
    return Objects.requireNonNull(name.end() == 1 ? workers.get(-name.number()) : globals.get(-name.number()));
  }

  Port port(PortName name) {
    if (name.isReceived()) {
      return received.computeIfAbsent(name.number(), number -> realm(name.agent()).port(program.text(name)));
    }
    Channel channel = Objects.requireNonNull(channels.get(name.number()));
    return name.end() == 1 ? channel.port1() : channel.port2();
  }

  /** Makes the function itself; what stands in it is written when it is first used. */
  void define(Handler handler) {
    reactions.put(handler, handler.reaction(this));
  }

  Reaction reaction(Handler handler) {
    return Objects.requireNonNull(reactions.get(handler));
  }
}
