package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The port message queue of a new port: HTML, "port message queue", "initially disabled". */
class NewPortQueueTest {

  /** Ports that are started at once receive nothing but what is posted to them later. */
  @Test
  @Verifies("port.queue.initially-empty")
  void newPortsReceiveNothingOfThemselves(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(reaction("port2", Event::record));
    });
    assertThat(world.settle().by("port1", "port2")).dataOf("message").isEmpty();

    window.run(() -> {
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
    });

    assertThat(world.settle().by("port1")).dataOf("message").containsExactly("back");
    assertThat(world.settle().by("port2")).dataOf("message").containsExactly("forth");
  }

  /** A message to a port that was never started does not arrive, until the port is started. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void anUnstartedPortDispatchesNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port1().postMessage("early");
    });
    assertThat(world.settle().by("listener")).dataOf("message").isEmpty();

    channel.port2().start();

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("early");
  }

  /** The other port of a channel is disabled at first just so. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void port1IsDisabledAtFirstAsWell(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().addEventListener("message", reaction("listener", Event::record));
      channel.port2().postMessage("early");
    });
    assertThat(world.settle().by("listener")).dataOf("message").isEmpty();

    channel.port1().start();

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("early");
  }

  /** A port stays disabled while messages go round on a channel beside it. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void anUnstartedPortStaysSilentBesideABusyOne(World world) {
    Realm window = world.window();
    Channel silent = window.newChannel();
    Channel busy = window.newChannel();

    window.run(() -> {
      silent.port2().addEventListener("message", reaction("silent", Event::record).neverCalled());
      busy.port2().onmessage(reaction("busy", Event::record));
      silent.port1().postMessage("unseen 1");
      busy.port1().postMessage("seen 1");
      silent.port1().postMessage("unseen 2");
      busy.port1().postMessage("seen 2");
    });

    assertThat(world.settle().by("busy")).dataOf("message").containsExactly("seen 1", "seen 2");
    assertThat(world.settle()).neverCalled("silent");
  }
}
