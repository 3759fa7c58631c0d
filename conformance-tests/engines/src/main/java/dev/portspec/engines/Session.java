package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.run.Canary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of an engine's program, and the conversation with its agent: requests, and their answers in the same order.
 * Once something went wrong the program is ended, and every further request fails with the same words.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class Session {
  private static final int LONGEST_SCRIPT = 2_000;
  // a program needs longer to start than to answer: on a busy machine a browser took 19 seconds
  private static final int START_FACTOR = 6;
  // how the agent begins when its own code failed
  private static final String OUR_AGENT = "the agent failed";

  private final Engine engine;
  private final Wire wire;
  private final AgentServer server;
  private final Duration arrival;
  private final AgentConnection connection = new AgentConnection();
  private final AgentAddress address;
  private final EngineProcess process;
  private final Map<String, Object> hello;
  private Consumer<Map<String, Object>> lines = line -> {};
  private @Nullable BackendException failure;
  private @Nullable Object lastScript;
  private int requests;

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
    address = server.expect(connection);
    process = EngineProcess.start(engine, address, server.agent(), output, arrival);
    process.whenEnded(() -> connection.fail("its program ended"));
    hello = greeting();
  }

  private Map<String, Object> greeting() {
    Canary.get().reset();
    long deadline = System.nanoTime() + arrival.multipliedBy(START_FACTOR).toNanos();
    Map<String, Object> first = next(deadline, "before its agent had connected");
    if (!address.token().equals(first.get("hello"))) {
      throw broken(Failure.BABBLES, "the first message is no hello with the token that was issued");
    }
    return first;
  }

  /** The agent's first message. */
  Map<String, Object> hello() {
    return hello;
  }

  boolean isUsable() {
    return failure == null && process.isAlive() && connection.failure() == null;
  }

  /** Says who is given the lines of the log from now on. */
  void tellLines(Consumer<Map<String, Object>> lines) {
    this.lines = lines;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param realm where a script runs; null for what is asked of the agent
   * @throws BackendException if the answer does not come, or is none
   */
  Map<String, Object> ask(String key, Object what, @Nullable String realm) {
    if (failure != null) {
      throw failure;
    }
    Canary.get().reset();
    send(key, what, realm);
    long deadline = System.nanoTime() + arrival.toNanos();
    while (true) {
      Map<String, Object> message = next(deadline, "when it was asked to " + key);
      Object id = message.get("re");
      if (id instanceof Number number && number.intValue() == requests) {
        return answer(message);
      } else if (id != null) {
        throw broken(Failure.BABBLES, "it answered request %s when %d was due".formatted(id, requests));
      }
    }
  }

  private void send(String key, Object what, @Nullable String realm) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("id", ++requests);
    request.put(key, what);
    if (realm != null) {
      request.put("in", realm);
      lastScript = what;
    }
    connection.send(wire.write(request));
  }

  private Map<String, Object> answer(Map<String, Object> message) {
    if (message.get("fault") instanceof String fault && fault.startsWith(OUR_AGENT)) {
      throw ended(null, fault);
    }
    return message;
  }

  private Map<String, Object> next(long deadline, String when) {
    String text;
    try {
      text = connection.receive(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ended(null, "the harness was interrupted while it waited for an answer");
    }
    if (text == null) {
      throw silent(when);
    }
    Map<String, Object> message;
    try {
      message = wire.read(text);
    } catch (BackendException e) {
      throw broken(Failure.BABBLES, e.getMessage());
    }
    for (Object line : (List<?>) message.get("seen")) {
      lines.accept(asMap(line));
    }
    return message;
  }

  @SuppressWarnings("unchecked") // the schema says that it is an object
  private static Map<String, Object> asMap(Object line) {
    return (Map<String, Object>) line;
  }

  private BackendException silent(String when) {
    String failed = connection.failure();
    Failure how = failed == null ? Failure.HANGS : Failure.ENDS;
    if (failed == null && Canary.get().wasStarved(arrival)) {
      return ended(null, "no answer in time, but this process was starved meanwhile: " + when);
    } else if (failed == null) {
      failed = "no answer in time (%d ms)".formatted(arrival.toMillis());
    }
    String hint = hello == null ? "; " + engine.hint() : "";
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

  /** Ends the program and forgets its agent. */
  void end() {
    server.forget(address);
    connection.fail("it was ended");
    process.end();
  }
}
