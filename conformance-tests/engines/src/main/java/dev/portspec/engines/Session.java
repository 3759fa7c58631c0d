package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Canary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of an engine's program, and the conversation with its agents: requests, and each agent's answers in the same
 * order. Once something went wrong the program is ended, and every further request fails with the same words.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class Session {
  private static final int LONGEST_SCRIPT = 2_000;
  // a program needs longer to start than to answer: on a busy machine a browser took 19 seconds
  private static final int START_FACTOR = 6;
  // how the agent begins when its own code failed
  private static final String OUR_AGENT = "the agent failed";
  private static final String WINDOW = "window";

  private final Engine engine;
  private final Wire wire;
  private final AgentServer server;
  private final Duration arrival;
  private final Inbox inbox = new Inbox();
  private final Guests guests = new Guests(inbox);
  private final AgentAddress address;
  private final EngineProcess process;
  private final Agent window = new Agent(WINDOW, 0, guests.window(), null);
  private final List<Agent> workers = new ArrayList<>();
  private final List<Agent> former = new ArrayList<>();
  private BiConsumer<Agent, Map<String, Object>> lines = (agent, line) -> {};
  private @Nullable BackendException failure;
  private @Nullable Object lastScript;
  private int world;

  /**
   * Starts a program and waits for its agent.
   *
   * @param output the file for what the program writes
   * @throws BackendException if it does not start or its agent does not connect
   */
  Session(Engine engine, Wire wire, AgentServer server, Path output, Duration arrival) {
    this.engine = engine;
    this.wire = wire;
    this.server = server;
    this.arrival = arrival;
    address = server.expect(guests);
    process = EngineProcess.start(engine, address, server.agent(), output, arrival);
    process.whenEnded(() -> guests.window().fail("its program ended"));
    Canary.get().reset();
    long deadline = System.nanoTime() + arrival.multipliedBy(START_FACTOR).toNanos();
    await(() -> window.hello() != null, window, deadline, "before its agent had connected");
  }

  /** The agent's first message. */
  Map<String, Object> hello() {
    return window.hello();
  }

  boolean isUsable() {
    return failure == null && process.isAlive() && guests.window().failure() == null;
  }

  // worlds

  /**
   * Begins a world, and ends the workers of the one before.
   *
   * @param lines who is given the lines of all logs from now on
   */
  void openWorld(int number, BiConsumer<Agent, Map<String, Object>> lines) {
    this.lines = lines;
    former.addAll(workers);
    workers.clear();
    world = number;
    guests.expectWorld(number);
    ask(window, "open", Map.of("world", number), null);
    former.forEach(this::readJournal);
    former.forEach(Agent::leave);
    former.clear();
    guests.endFormer();
  }

  /** The agent of the window, and with it of each realm that is no worker's. */
  Agent window() {
    return window;
  }

  /** The agents of the workers of this world, of which anything is known. */
  Collection<Agent> workers() {
    return List.copyOf(workers);
  }

  /** The agent of the latest worker with that name; null if nothing is known of it. */
  @Nullable Agent worker(String name) {
    Agent latest = null;
    for (Agent worker : workers) {
      latest = worker.name().equals(name) ? worker : latest;
    }
    return latest;
  }

  /** The agent of a worker that somebody speaks of. */
  @Nullable Agent meet(String name) {
    Agent known = worker(name);
    return known == null ? add(name) : known;
  }

  /** The agent of a shared worker: where one has closed, another of that name is started. */
  @Nullable Agent meetShared(String name) {
    Agent known = worker(name);
    if (known == null) {
      return add(name);
    }
    Agent next = known.hasOwner() && (known.isGone() || known.isEnding()) ? add(name) : known;
    if (next != null && next != known) {
      next.doubt();
    }
    return next;
  }

  private @Nullable Agent add(String name) {
    AgentConnection connection = guests.worker(name);
    if (connection == null) {
      return null;
    }
    Journal journal =
        engine.workersWriteFiles() ? new Journal(process.folder().resolve("seen-%d-%s".formatted(world, name))) : null;
    Agent agent = new Agent(name, world, connection, journal);
    workers.add(agent);
    return agent;
  }

  // requests

  /**
   * Sends a request and waits for its answer.
   *
   * @param realm where a script runs; null for what is asked of the agent
   * @return null if the agent, a worker's, has ended instead
   * @throws BackendException if the answer does not come, or is none
   */
  @Nullable Map<String, Object> ask(Agent agent, String key, Object what, @Nullable String realm) {
    return ask(List.of(agent), key, what, realm) ? agent.answer() : null;
  }

  /**
   * Sends a request to several agents, and waits for the answers of all that do not end meanwhile.
   *
   * @return whether any has answered
   */
  boolean ask(Collection<Agent> agents, String key, Object what, @Nullable String realm) {
    if (failure != null) {
      throw failure;
    }
    Canary.get().reset();
    agents.forEach(agent -> send(agent, key, what, realm));
    long deadline = System.nanoTime() + arrival.toNanos();
    for (Agent agent : agents) {
      String when = agent == window ? "when it was asked to " + key : "when %s was asked to %s".formatted(agent, key);
      await(() -> agent.answer() != null || agent.hasEndedUnseen() || agent.isGone(), agent, deadline, when);
    }
    return agents.stream().anyMatch(agent -> agent.answer() != null);
  }

  private void send(Agent agent, String key, Object what, @Nullable String realm) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("id", agent.request());
    request.put(key, what);
    if (realm != null) {
      request.put("in", realm);
      lastScript = what;
    }
    agent.connection().send(wire.write(request));
  }

  /**
   * Waits until each worker has connected, or has ended.
   *
   * @throws BackendException if one does neither
   */
  void awaitWorkers() {
    if (failure != null) {
      throw failure;
    }
    Canary.get().reset();
    long deadline = System.nanoTime() + arrival.toNanos();
    while (true) {
      workers().stream().filter(Agent::hasEndedUnseen).forEach(Agent::leave);
      Agent late = workers().stream().filter(Agent::isUnsettled).findFirst().orElse(null);
      if (late == null) {
        return;
      } else if (late.maySayNothing() && deadline - System.nanoTime() <= 0) {
        late.leave(); // what it may still do is its engine's affair: nobody waits any longer
        late.leaveItAtThat();
      } else {
        await(() -> !late.isUnsettled() || late.hasEndedUnseen(), late, deadline, "before %s had connected".formatted(late));
      }
    }
  }

  // what comes

  /** Takes what comes until a condition holds; at the deadline, what has come by then. */
  private void await(BooleanSupplier holds, Agent of, long deadline, String when) {
    for (int left = Integer.MAX_VALUE; ; left--) {
      workers().forEach(this::readJournal);
      Duration time = timeUntil(deadline);
      if (time.isZero()) {
        left = Math.min(left, inbox.size());
      }
      Inbox.Message message = left > 0 ? next(holds.getAsBoolean() ? Duration.ZERO : time) : null;
      if (message != null) {
        take(message, when);
      } else if (holds.getAsBoolean()) {
        return;
      } else if (time.isZero()) {
        if (of.maySayNothing()) {
          return;
        }
        throw silent(of, when);
      }
    }
  }

  private Duration timeUntil(long deadline) {
    long left = Math.max(0, deadline - System.nanoTime());
    boolean hasFiles = engine.workersWriteFiles() && !workers.isEmpty();
    // nobody tells us that a file has grown
    return Duration.ofNanos(hasFiles ? Math.min(left, Budget.glance().toNanos()) : left);
  }

  private Inbox.@Nullable Message next(Duration limit) {
    try {
      return inbox.next(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended(null, "the harness was interrupted while it waited for an answer");
    }
  }

  private void readJournal(Agent agent) {
    if (agent.journal() == null || agent.isGone()) {
      return;
    }
    List<String> texts = agent.journal().read();
    if (texts == null) {
      agent.connection().flood();
    } else {
      texts.forEach(text -> take(agent, parse(text)));
    }
  }

  private void take(Inbox.Message message, String when) {
    Agent from = sender(message.from());
    if (from == null || from.isGone()) {
      return; // nobody listens to it any more
    }
    readJournal(from);
    if (!message.isEnd()) {
      take(from, parse(message.text()));
    } else if (from == window || message.from().floods()) {
      throw silent(from, when);
    } else if (engine.workersWriteFiles()) {
      from.leaveUnexplained();
    } else {
      from.leave();
    }
  }

  private @Nullable Agent sender(AgentConnection connection) {
    if (connection == window.connection()) {
      return window;
    }
    for (Agent agent : workers) {
      if (agent.connection() == connection) {
        return agent;
      }
    }
    String place = guests.nameOf(connection);
    if (place == null) {
      return former.stream().filter(agent -> agent.connection() == connection).findFirst().orElse(null);
    }
    return bind(place.split("~", 2)[0], connection);
  }

  /** Who speaks for the first time: a worker that was announced and waited for, or one whose announcement is to come. */
  private @Nullable Agent bind(String name, AgentConnection connection) {
    Agent known = worker(name);
    Agent agent = known == null || known.isBound() || known.isGone() ? add(name) : known;
    if (agent != null) {
      agent.bind(connection);
    }
    return agent;
  }

  private Map<String, Object> parse(String text) {
    try {
      return wire.read(text);
    } catch (BackendException e) {
      throw broken(Failure.BABBLES, e.getMessage());
    }
  }

  private void take(Agent from, Map<String, Object> message) {
    for (Object line : (List<?>) message.get("seen")) {
      lines.accept(from, asMap(line));
    }
    if (from.hello() == null && from == window && !address.token().equals(message.get("hello"))) {
      throw broken(Failure.BABBLES, "the first message is no hello with the token that was issued");
    }
    if (message.containsKey("hello")) {
      from.greet(message);
    } else if (message.containsKey("began")) {
      from.begin();
    } else if (message.containsKey("closing")) {
      from.close();
    } else if (message.containsKey("ended")) {
      from.end();
    } else if (message.get("re") instanceof Number id) {
      answer(from, id.intValue(), message);
    }
  }

  private void answer(Agent from, int id, Map<String, Object> message) {
    if (id != from.requests()) {
      throw broken(Failure.BABBLES, "it answered request %s when %d was due".formatted(id, from.requests()));
    }
    if (message.get("fault") instanceof String fault && fault.startsWith(OUR_AGENT)) {
      throw ended(null, fault);
    }
    from.answer(message);
  }

  @SuppressWarnings("unchecked") // the schema says that it is an object
  private static Map<String, Object> asMap(Object line) {
    return (Map<String, Object>) line;
  }

  // the end

  private BackendException silent(Agent agent, String when) {
    String failed = agent.connection().failure();
    Failure how = failed == null ? Failure.HANGS : Failure.ENDS;
    if (failed == null && Canary.get().wasStarved(arrival)) {
      return ended(null, "no answer in time, but this process was starved meanwhile: " + when);
    } else if (failed == null) {
      failed = "no answer in time (%d ms)".formatted(arrival.toMillis());
    }
    String hint = window.hello() == null ? "; " + engine.hint() : "";
    return broken(how, "%s %s; %s%s".formatted(failed, when, process.state(), hint));
  }

  /** Gives up what the implementation has broken. */
  BackendException broken(Failure how, String what) {
    return ended(how, what);
  }

  private BackendException ended(@Nullable Failure how, String what) {
    List<String> parts = new ArrayList<>();
    parts.add(engine.name() + ": " + what);
    if (lastScript != null) {
      String script = Wire.text(lastScript);
      parts.add(
          "last script: "
              + (script.length() <= LONGEST_SCRIPT ? script : script.substring(0, LONGEST_SCRIPT) + "…"));
    }
    parts.add(process.outputTail());
    String message = String.join(System.lineSeparator(), parts);
    BackendException exception = how == null ? BackendException.ours(message, null) : new BackendException(how, message);
    failure = exception;
    end();
    return exception;
  }

  /** Ends the program and forgets its agents. */
  void end() {
    server.forget(address);
    guests.end("it was ended");
    process.end();
  }
}
