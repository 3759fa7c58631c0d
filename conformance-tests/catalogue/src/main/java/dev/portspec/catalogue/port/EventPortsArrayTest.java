package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What {@code ports} is, and its elements: HTML, "message port post message steps", the task, steps 6 and 7. */
class EventPortsArrayTest {

  /** Without ports it is an empty frozen array and not null. */
  @Test
  @Verifies("port.post.ports-empty-frozen")
  void withoutPortsItIsAnEmptyFrozenArray(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("received")).has(attribute("ports", list().frozen()));
  }

  /** An empty transfer list is the same as none. */
  @Test
  @Verifies("port.post.ports-empty-frozen")
  void withAnEmptyListItIsAnEmptyFrozenArray(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("m", transferring());
    });

    assertThat(world.settle().event("received")).has(attribute("ports", list().frozen()));
  }

  /** With ports it is a frozen array. */
  @Test
  @Verifies("port.post.ports-frozen")
  void withPortsItIsAFrozenArray(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> observe("ports", event.ports()));
      carrier.port1().postMessage("m", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("ports")).isFrozen();
    assertThat(world.settle().observed("ports")).hasSize(1);
  }

  /** Each read gives the same array and the same ports, also once the dispatch is over. */
  @Test
  @Verifies("mevent.ports.same-object")
  void everyReadGivesTheSameArray(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Value kept = window.event("kept");

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("first read", event.ports());
        observe("second read", event.ports());
        event.keepAs(kept);
      });
      carrier.port1().postMessage("m", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> observe("later read", kept.get("ports")));

    Trace trace = world.settle();
    assertThat(trace.observed("second read")).isSameAs(trace.observed("first read"));
    assertThat(trace.observed("later read")).isSameAs(trace.observed("first read"));
  }
}
