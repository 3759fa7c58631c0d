package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Messages around the transfer of a port that may still dispatch: HTML, message ports, and gap 1 of the issues. */
class ExactlyOnceAroundTransferTest {

  /** What was queued at a started port is seen once and in order, wherever it is dispatched. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void messagesOfAStartedPortAreSeenOnceInOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("c");
    });

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("a", "b", "c");
  }

  /** The same holds when the carrying message waits long, and messages keep coming. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void messagesOfALongJourneyAreSeenOnceInOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record));
      channel.port1().postMessage("a");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    channel.port1().postMessage("b");
    world.settle();
    channel.port1().postMessage("c");
    carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
    channel.port1().postMessage("d");

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("a", "b", "c", "d");
  }

  /** A port that was never started leaves everything to the new one. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void messagesOfAPortThatWasNeverStartedAreSeenOnTheNewOne(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      channel.port1().postMessage("a");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("b");
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));

    assertThat(world.settle().by("new")).dataOf("message").containsExactly("a", "b");
  }

  /** Starting the old object while it is in flight neither loses nor doubles a message. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void startingThePortInFlightLosesNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record));
      channel.port1().postMessage("a");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("b");
      channel.port2().start();
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("a", "b");
  }

  /** A handler that is set on the old object in flight neither loses nor doubles a message. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void settingAHandlerInFlightLosesNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port2().onmessage(reaction("old", Event::record));
      channel.port1().postMessage("c");
    });

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("a", "b", "c");
  }

  /** Once the port was received, whatever the old object does changes nothing for the new one. */
  @Test
  @Verifies("port.xfer.original-dispatch-in-flight")
  void startingTheOldObjectAfterTheReceiptTakesNothingAway(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("a");
      carrier.port2().onmessage(event -> {
        channel.port2().onmessage(reaction("old", Event::record).neverCalled());
        channel.port1().postMessage("b");
        event.port(0).onmessage(reaction("new", Event::record));
        channel.port1().postMessage("c");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("new")).dataOf("message").containsExactly("a", "b", "c");
  }
}
