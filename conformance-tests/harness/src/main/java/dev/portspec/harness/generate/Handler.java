package dev.portspec.harness.generate;

import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A function of a program that takes messages. It shows the data of each; its first and its second call can do more,
 * and no other, so that every program comes to an end.
 *
 * <p><b>Threads:</b> one property, one thread.
 */
final class Handler {
  private static final int CALLS = 2;

  private final PortName port;
  private final int ordinal;
  private final List<PortName> received;
  private final List<Block> calls = new ArrayList<>();
  private final Set<Handler> uses = new HashSet<>();
  private final Map<PortName, Handler> ofReceived = new LinkedHashMap<>();

  /**
   * A function.
   *
   * @param port where it is set or added first
   * @param ordinal which one of that port, from 1
   * @param received under which names it keeps the ports of a message, in order
   */
  Handler(PortName port, int ordinal, List<PortName> received) {
    this.port = port;
    this.ordinal = ordinal;
    this.received = List.copyOf(received);
    for (int i = 0; i < CALLS; i++) {
      calls.add(new Block(port.agent(), this));
    }
  }

  PortName port() {
    return port;
  }

  List<PortName> received() {
    return received;
  }

  /** What its first calls do. */
  List<Block> calls() {
    return calls;
  }

  /** Sets another function as onmessage of what it receives under a name, in every call. */
  void handle(PortName port, Handler other) {
    ofReceived.put(port, other);
    uses(other);
  }

  /** Notes that another function stands in one of its calls. */
  void uses(Handler other) {
    uses.add(other);
  }

  /** Whether the other is this, or stands in it, or in one that does. */
  boolean reaches(Handler other) {
    return this == other || uses.stream().anyMatch(used -> used.reaches(other));
  }

  String label(Program program) {
    return "at " + program.text(port) + (ordinal == 1 ? "" : " #" + ordinal);
  }

  Reaction reaction(Performance performance) {
    String label = label(performance.program());
    int last = CALLS;
    while (last > 0 && calls.get(last - 1).isEmpty()) {
      last--;
    }
    List<Consumer<Event>> bodies = new ArrayList<>();
    for (Block call : calls.subList(0, last)) {
      bodies.add(event -> {
        take(label, event, performance);
        call.perform(performance);
      });
    }
    bodies.add(event -> take(label, event, performance));
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Consumer<Event>[] each = bodies.toArray(Consumer[]::new);
    return Vocabulary.reaction(label, each).mayBeCalled();
  }

  private void take(String label, Event event, Performance performance) {
    Vocabulary.observe(label, event.data());
    if (!received.isEmpty()) {
      Vocabulary.observe("ports " + label, event.ports().get("length"));
    }
    for (int i = 0; i < received.size(); i++) {
      event.port(i).keepAs(performance.port(received.get(i)));
    }
    ofReceived.forEach((name, other) -> performance.target(name).onmessage(performance.reaction(other)));
  }
}
