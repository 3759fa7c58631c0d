package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.gc;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/**
 * A message that is under way keeps its port alive: HTML, ports and garbage collection. Garbage is collected where the
 * message is certainly still under way, such as in the task that posts; where it is collected between two messages, an
 * implementation may choose an order in which nothing waits any more, and passes.
 */
class PendingMessageTest {

  /** A message to a port with a handler is handled, though nothing refers to the channel any more. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aPortWithAHandlerIsKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      for (int i = 0; i < 2; i++) {
        Channel dropped = window.newChannel();
        dropped.port2().onmessage(Event::record);
        dropped.port1().postMessage("pending " + i);
        window.forget(dropped);
      }
      gc();
    });

    assertThat(world.settle()).dataOf("message").containsExactlyInAnyOrder("pending 0", "pending 1");
  }

  /** A message to a port that was started is given to its listener. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aStartedPortIsKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port2().addEventListener("message", Event::record);
      dropped.port2().start();
      dropped.port1().postMessage("one");
      dropped.port1().postMessage("two");
      window.forget(dropped);
      gc();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A message keeps its port though its sender, the partner, was closed: nothing else could keep it. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aPortIsKeptThoughItsPartnerWasClosed(World world) {
    Realm window = world.window();

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port2().onmessage(Event::record);
      dropped.port1().postMessage("last words");
      dropped.port1().close();
      window.forget(dropped);
      gc();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("last words");
  }

  /** The first message of several is handled, garbage is collected, and the others are handled as well. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aPortIsKeptUntilItsLastMessage(World world) {
    Realm window = world.window();
    Channel collector = window.newChannel();

    window.run(() -> {
      Channel dropped = window.newChannel();
      collector.port2().onmessage(reaction("collector", event -> gc()));
      dropped.port2().onmessage(event -> {
        event.record();
        gc();
      });
      dropped.port1().postMessage("one");
      collector.port1().postMessage("collect");
      dropped.port1().postMessage("two");
      dropped.port1().postMessage("three");
      dropped.port1().close();
      window.forget(dropped);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two", "three");
  }

  /** A message that cannot be received keeps its port as well: messageerror is fired at it. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aMessageThatCannotBeReceivedKeepsItsPort(World world) {
    Realm window = world.window();

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port2().addEventListener("messageerror", reaction("failed", Event::record));
      dropped.port2().start();
      dropped.port1().postMessage(undeserializable());
      dropped.port1().close();
      window.forget(dropped);
      gc();
    });

    assertThat(world.settle().event("failed")).has(attribute("type", "messageerror"));
  }

  /** A port that was received with messages in its queue, and started, is kept until they are handled. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aReceivedPortWithMessagesIsKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      Channel carrier = window.newChannel();
      Channel dropped = window.newChannel();
      carrier.port2().onmessage(reaction(
          "carrier",
          event -> event.port(0).onmessage(reaction("received", Event::record)),
          event -> gc()));
      dropped.port1().postMessage("travels");
      carrier.port1().postMessage("the port", transferring(dropped.port2()));
      carrier.port1().postMessage("collect");
      dropped.port1().close();
      window.forget(carrier, dropped);
    });

    assertThat(world.settle().by("received")).dataOf("message").containsExactly("travels");
  }

  /** A port in flight lives in the message that carries it, though nothing else refers to its channel. */
  @Test
  @Verifies("port.gc.pending-event-keeps-alive")
  void aPortInFlightSurvives(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().postMessage("queued");
      carrier.port1().postMessage("the port", transferring(dropped.port2()));
      window.forget(dropped);
    });
    world.collectGarbage();
    carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("moved", Event::record)));

    assertThat(world.settle()).dataOf("message").containsExactly("queued");
  }
}
