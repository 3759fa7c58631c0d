package dev.portspec.harness.generate;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** One program in one realm: the handles of what it names. */
final class Performance {
  private final Program program;
  private final Realm realm;
  private final Map<Integer, Channel> channels = new HashMap<>();
  private final Map<Integer, Port> received = new HashMap<>();
  private final Map<Handler, Reaction> reactions = new IdentityHashMap<>();

  Performance(Program program, Realm realm) {
    this.program = program;
    this.realm = realm;
  }

  Program program() {
    return program;
  }

  void make(int channel) {
    channels.put(channel, realm.newChannel());
  }

  Port port(PortName name) {
    if (name.isReceived()) {
      return received.computeIfAbsent(name.number(), number -> realm.port(program.text(name)));
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
