package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What the constructor of a MessageChannel makes: HTML, "The new MessageChannel() constructor steps". */
class NewChannelTest {

  /** A channel has two ports, which are not one. */
  @Test
  @Verifies("channel.ctor.two-ports")
  void theTwoPortsAreDistinct(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port1", channel.port1());
      observe("port2", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("port1")).isPlatform("MessagePort");
    assertThat(trace.observed("port2")).isPlatform("MessagePort");
    assertThat(trace.observed("port1")).isNotSameAs(trace.observed("port2"));
  }

  /** No port of a channel is a port of another one. */
  @Test
  @Verifies("channel.ctor.two-ports")
  void channelsShareNoPort(World world) {
    Realm window = world.window();
    Channel one = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      observe("one.port1", one.port1());
      observe("one.port2", one.port2());
      observe("other.port1", other.port1());
      observe("other.port2", other.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("one.port1")).isNotSameAs(trace.observed("other.port1"));
    assertThat(trace.observed("one.port1")).isNotSameAs(trace.observed("other.port2"));
    assertThat(trace.observed("one.port2")).isNotSameAs(trace.observed("other.port1"));
    assertThat(trace.observed("one.port2")).isNotSameAs(trace.observed("other.port2"));
  }

  /** What is posted on port1 arrives on port2, and only there. */
  @Test
  @Verifies("channel.ctor.entangles")
  void port1SendsToPort2(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("at port1", Event::record));
      channel.port2().onmessage(reaction("at port2", Event::record));
      channel.port1().postMessage("from port1");
    });

    assertThat(world.settle().by("at port2")).dataOf("message").containsExactly("from port1");
    assertThat(world.settle().by("at port1")).dataOf("message").isEmpty();
  }

  /** What is posted on port2 arrives on port1, and only there. */
  @Test
  @Verifies("channel.ctor.entangles")
  void port2SendsToPort1(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("at port1", Event::record));
      channel.port2().onmessage(reaction("at port2", Event::record));
      channel.port2().postMessage("from port2");
    });

    assertThat(world.settle().by("at port1")).dataOf("message").containsExactly("from port2");
    assertThat(world.settle().by("at port2")).dataOf("message").isEmpty();
  }

  /** The ports are linked as soon as the constructor has returned: a message posted right then is not lost. */
  @Test
  @Verifies("channel.ctor.entangles")
  void thePortsAreLinkedWhenTheConstructorReturns(World world) {
    Realm window = world.window();

    window.run(() -> {
      Channel channel = window.newChannel();
      channel.port1().onmessage(reaction("at port1", Event::record));
      channel.port2().onmessage(reaction("at port2", Event::record));
      channel.port1().postMessage("first action");
      channel.port2().postMessage("second action");
    });

    assertThat(world.settle().by("at port2")).dataOf("message").containsExactly("first action");
    assertThat(world.settle().by("at port1")).dataOf("message").containsExactly("second action");
  }
}
