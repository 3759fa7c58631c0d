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

  /** Closing a port, or its other end, starts nothing: what waits at a port that was never started is not dispatched. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void closingDispatchesNothing(World world) {
    Realm window = world.window();
    Channel closedHere = window.newChannel();
    Channel closedThere = window.newChannel();
    closedHere.port1().postMessage("waits");
    closedThere.port1().postMessage("waits");
    world.settle();
    window.run(() -> {
      closedHere.port2().addEventListener("message", reaction("here", Event::record));
      closedHere.port2().close();
      closedThere.port2().addEventListener("message", reaction("there", Event::record));
      closedThere.port1().close();
    });
    assertThat(world.settle().by("here", "there")).dataOf("message").isEmpty();

    closedThere.port2().start();

    assertThat(world.settle().by("there")).dataOf("message").containsExactly("waits");
  }

  /** port1 is disabled at first just so: an enabled port would have consumed the message unseen. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void port1IsDisabledAtFirstAsWell(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port2().postMessage("early");
    world.settle();

    channel.port1().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("early");
  }

  /** A port stays disabled while messages go round on a channel beside it. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void anUnstartedPortStaysDisabledBesideABusyOne(World world) {
    Realm window = world.window();
    Channel idle = window.newChannel();
    Channel busy = window.newChannel();
    window.run(() -> {
      busy.port2().onmessage(reaction("busy", Event::record));
      idle.port1().postMessage("waits 1");
      busy.port1().postMessage("passes 1");
      idle.port1().postMessage("waits 2");
      busy.port1().postMessage("passes 2");
    });
    assertThat(world.settle().by("busy")).dataOf("message").containsExactly("passes 1", "passes 2");

    idle.port2().onmessage(reaction("idle", Event::record));

    assertThat(world.settle().by("idle")).dataOf("message").containsExactly("waits 1", "waits 2");
  }
}
