package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What travels with a port: HTML, transfer steps of MessagePort, step 2, and receiving steps, step 2. */
class QueueTravelsTest {

  /** What the far end posts between the transfer and the receipt arrives at the new port. */
  @Test
  @Verifies("port.xfer.queue-travels")
  void whatIsPostedInFlightArrivesAtTheNewPort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("same task");
    });
    world.settle();
    channel.port1().postMessage("later task");
    carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));

    assertThat(world.settle()).dataOf("message").containsExactly("same task", "later task");
  }

  /** Messages that were queued before the transfer arrive at the new port. */
  @Test
  @Verifies("port.recv.moves-queue")
  void queuedMessagesTravelWithTheirPort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** Messages that have been waiting for tasks at a port that was never started travel as well. */
  @Test
  @Verifies("port.recv.moves-queue")
  void messagesThatHaveLongBeenWaitingTravel(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> channel.port1().postMessage("one"));
    world.settle();
    window.run(() -> channel.port1().postMessage("two"));
    world.settle();
    carrier.port1().postMessage("the port", transferring(channel.port2()));
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A long queue travels whole. */
  @Test
  @Verifies("port.recv.moves-queue")
  void aLongQueueTravelsWhole(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      repeat(100, i -> channel.port1().postMessage(i));
      carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(100);
  }

  /** A queued message that carries a port itself keeps it when it is moved. */
  @Test
  @Verifies("port.recv.moves-queue")
  void movedMessagesKeepTheirPorts(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Channel inner = window.newChannel();

    window.run(() -> {
      inner.port1().onmessage(reaction("innermost", Event::record));
      inner.port1().postMessage("queued at the inner port");
      channel.port1().postMessage("carries a port", transferring(inner.port2()));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("moved", nested -> {
        nested.record();
        nested.port(0).onmessage(reaction("inner", Event::record));
        nested.port(0).postMessage("from the inner port");
      })));
    });

    assertThat(world.settle().by("moved")).dataOf("message").containsExactly("carries a port");
    assertThat(world.settle().by("inner")).dataOf("message").containsExactly("queued at the inner port");
    assertThat(world.settle().by("innermost")).dataOf("message").containsExactly("from the inner port");
  }

  /** A queued message that cannot be received is moved like the others, and becomes messageerror at the new port. */
  @Test
  @Verifies("port.recv.moves-queue")
  void messagesThatCannotBeReceivedMoveToo(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage("two");
      carrier.port2().onmessage(event -> {
        event.port(0).onmessageerror(reaction("failed", Event::record));
        event.port(0).onmessage(reaction("moved", Event::record));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("moved")).dataOf("message").containsExactly("one", "two");
    assertThat(world.settle()).marks("moved", "failed", "moved");
    assertThat(world.settle().event("failed")).has(attribute("type", "messageerror"));
  }
}
