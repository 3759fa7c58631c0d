package dev.portspec.harness.inprocess;

import dev.portspec.api.AbstractWorker;
import dev.portspec.api.SharedWorker;
import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.api.Undefined;
import dev.portspec.api.Worker;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.UnclaimedException;
import dev.portspec.spi.WindowRealm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agents of one world and their realms: those that are there, and those that are on their way.
 *
 * <p><b>Threads:</b> any.
 */
final class Agents implements Startups, Reporter {
  private final Log log;
  private final Map<String, CompletableFuture<RealmHost>> starts = new ConcurrentHashMap<>();
  private final Map<String, RealmHost> hosts = new ConcurrentHashMap<>();
  /** One for each address: who compares scripts finds the same one. */
  private final Map<String, Consumer<SubjectRealm>> sharedScripts = new ConcurrentHashMap<>();
  private final Map<String, AbstractWorker> starting = new ConcurrentHashMap<>();

  Agents(Log log) {
    this.log = log;
  }

  /** Adds the host of an agent that runs already, and of its first realm. */
  RealmHost host(String name, SubjectRealm realm) {
    return host(new RealmHost(name, realm, new AgentHost(name, log), this, null));
  }

  private RealmHost host(RealmHost host) {
    hosts.put(host.name(), host);
    start(host.name()).complete(host);
    return host;
  }

  /** The host of a realm, once its top-level script has run. */
  CompletableFuture<RealmHost> start(String name) {
    return starts.computeIfAbsent(name, ignored -> new CompletableFuture<>());
  }

  /** Those whose top-level script has run. */
  List<RealmHost> started() {
    List<RealmHost> started = new ArrayList<>();
    starts.values().stream().filter(CompletableFuture::isDone).forEach(start -> started.add(start.join()));
    return started;
  }

  /** The first realm of each agent whose top-level script has begun. */
  Map<String, SubjectRealm> firstRealms() {
    Map<String, SubjectRealm> realms = new HashMap<>();
    hosts.forEach((name, host) -> {
      if (name.equals(host.agent().name())) {
        realms.put(name, host.realm());
      }
    });
    return realms;
  }

  /** The names of those that were made, and have neither run their script yet nor failed. */
  List<String> starting() {
    return List.copyOf(starting.keySet());
  }

  boolean isStarting(String name) {
    return starting.containsKey(name);
  }

  @Override
  public Worker newWorker(RealmHost owner, Startup startup) {
    List<?> body = startup.body();
    if (body == null) {
      return fails(startup.name(), owner.realm().newWorker(null));
    }
    return starts(startup.name(), owner.realm().newWorker(realm -> run(startup.name(), realm, body)));
  }

  /** Nothing but its error event says that a worker without a script is not awaited any more. */
  private <W extends AbstractWorker> W fails(String name, W worker) {
    worker.addEventListener("error", event -> {
      starting.remove(name);
      return Undefined.UNDEFINED;
    });
    return starts(name, worker);
  }

  private <W extends AbstractWorker> W starts(String name, W worker) {
    if (!start(name).isDone()) {
      starting.put(name, worker);
    }
    return worker;
  }

  /** Its agent is named as its script is, and by its own name where it has one. */
  @Override
  public SharedWorker newSharedWorker(RealmHost owner, Startup startup, String name) {
    List<?> body = startup.body();
    if (body == null) {
      return fails(agent(startup.name(), name), owner.realm().newSharedWorker(name, null));
    }
    Consumer<SubjectRealm> script =
        sharedScripts.computeIfAbsent(
            startup.name(), address -> realm -> run(agent(address, nameOf(realm)), realm, body));
    return starts(agent(startup.name(), name), owner.realm().newSharedWorker(name, script));
  }

  private static String agent(String address, String name) {
    return name.isEmpty() ? address : address + " " + name;
  }

  private static String nameOf(SubjectRealm realm) {
    return realm.global() instanceof SharedWorkerGlobalScope scope ? scope.getName() : "";
  }

  private void run(String name, SubjectRealm realm, List<?> body) {
    RealmHost before = hosts.get(name);
    // a shared worker that has closed makes room for another
    if (before != null && !before.realm().hasEnded()) {
      before.overlaps("the script of " + name + " was run again");
      return;
    }
    RealmHost host = new RealmHost(name, realm, new AgentHost(name, log), this, null);
    hosts.put(name, host);
    try {
      host.runStartup(body);
    } finally {
      if (!start(name).complete(host)) {
        starts.put(name, CompletableFuture.completedFuture(host));
      }
      starting.remove(name);
    }
  }

  @Override
  public void terminates(Worker worker) {
    starting.values().removeIf(known -> known == worker);
  }

  @Override
  public Frame newFrame(RealmHost owner, String name, Origin origin) {
    if (!(owner.realm() instanceof WindowRealm window)) {
      throw new UnclaimedException(Capability.FRAMES);
    }
    return new Frame(owner, inside(owner, name, origin, window.newFrame(origin)));
  }

  @Override
  public Frame navigate(Frame frame, String name, Origin origin) {
    frame.shows(inside(frame.parent(), name, origin, frame.navigate(origin)));
    return frame;
  }

  private RealmHost inside(RealmHost parent, String name, Origin origin, WindowRealm realm) {
    AgentHost agent = origin == Origin.SAME ? parent.agent() : new AgentHost(name, log);
    return host(new RealmHost(name, realm, agent, this, parent));
  }

  @Override
  public void reported(SubjectRealm realm, Throwable exception) {
    RealmHost host = of(realm);
    if (host != null) {
      host.reported(exception);
    }
  }

  @Override
  public void reportedOfWorker(SubjectRealm realm, String message) {
    RealmHost host = of(realm);
    if (host != null) {
      host.reportedOfWorker(message);
    }
  }

  /** The host of a realm; that of the first window where an implementation tells of one that nobody knows. */
  private @Nullable RealmHost of(SubjectRealm realm) {
    return hosts.values().stream().filter(host -> host.realm() == realm).findFirst().orElse(hosts.get("window"));
  }
}
