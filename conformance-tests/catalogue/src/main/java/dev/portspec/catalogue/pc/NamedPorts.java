package dev.portspec.catalogue.pc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Visitor;
import dev.portspec.harness.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ports with names, each the first of a channel of its own, and what a collection shows of them. */
final class NamedPorts {
  private final Map<String, Channel> channels = new LinkedHashMap<>();

  NamedPorts(Realm window, String... names) {
    for (String name : names) {
      channels.put(name, window.newChannel());
    }
    window.run(() -> channels.forEach((name, channel) -> observe(name, channel.port1())));
  }

  Port port(String name) {
    return channel(name).port1();
  }

  /** The channel whose first port has the name. */
  Channel channel(String name) {
    return channels.get(name);
  }

  /** A new collection of all of them, in order. */
  PortCollectionHandle collect(Realm window) {
    PortCollectionHandle collection = window.newPortCollection();
    window.run(() -> channels.values().forEach(channel -> collection.add(channel.port1())));
    return collection;
  }

  /** A callback that shows each port that it is given. */
  static Visitor shows(String label) {
    return visitor(label, port -> observe(label, port));
  }

  /** A callback of that label was given exactly these ports, in this order. */
  void wereVisited(Trace trace, String label, String... names) {
    assertThat(trace).mayShow(channels.keySet().toArray(String[]::new));
    assertThat(trace).called(label, names.length);
    for (int i = 0; i < names.length; i++) {
      assertThat(trace.observed(label, i)).isSameAs(trace.observed(names[i]));
    }
  }
}
