package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** close() around a transfer: HTML, close(), and gaps 2 and 3 of the issues. */
class CloseInFlightTest {

  /** close() on the old object of a port in flight leaves the channel alone. */
  @Test
  @Verifies("port.xfer.original-close-in-flight")
  void closingTheOldObjectInFlightDoesNotBreakTheChannel(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      attempt("close", () -> channel.port2().close());
    });
    world.settle();
    carrier.port2().onmessage(event -> {
      event.port(0).onmessage(reaction("new", Event::record));
      event.port(0).postMessage("from the new port");
      channel.port1().postMessage("to the new port");
    });

    assertThat(world.settle().outcome("close")).returned();
    assertThat(world.settle().by("far end")).dataOf("message").containsExactly("from the new port");
    assertThat(world.settle().by("new")).dataOf("message").containsExactly("to the new port");
  }

  /** What was queued at the port before it left is not lost when the old object is closed in flight. */
  @Test
  @Verifies("port.xfer.original-close-in-flight")
  void closingTheOldObjectInFlightKeepsWhatTravels(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("before");
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(Event::record);
        channel.port1().postMessage("after receipt");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port2().close();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("before", "after receipt");
  }

  /** An old object that was closed in flight reaches nobody any more; the port that left does. */
  @Test
  @Verifies("port.close.disentangles")
  void anOldObjectClosedInFlightPostsToNobody(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> event.port(0).postMessage("from the new port"));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port2().close();
      attempt("post", () -> channel.port2().postMessage("from the closed one"));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("from the new port");
  }

  /** Once the port was received, close() on the old object has nothing to separate. */
  @Test
  @Verifies("port.close.disentangles")
  void closingTheOldObjectAfterTheReceiptSeparatesNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> {
        channel.port2().close();
        event.port(0).onmessage(reaction("new", Event::record));
        event.port(0).postMessage("from the new port");
        channel.port1().postMessage("to the new port");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("far end")).dataOf("message").containsExactly("from the new port");
    assertThat(world.settle().by("new")).dataOf("message").containsExactly("to the new port");
  }

  /** When the far end was closed in flight, whether it still hears of the received port is recorded. */
  @Test
  @Verifies("port.xfer.peer-close-in-flight")
  void theFarEndIsClosedWhileThePortIsInFlight(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().close();
    });
    world.settle();
    carrier.port2().onmessage(event -> attempt("post", () -> event.port(0).postMessage("late")));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).showsOneOf(
        outcome("silent", t -> assertThat(t).dataOf("message").isEmpty()),
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("late")));
  }

  /** What the far end sent before it closed in flight arrives at the new port. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void whatWasSentToAPortInFlightBeforeCloseArrives(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("before");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("in flight");
      channel.port1().close();
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));

    assertThat(world.settle()).dataOf("message").containsExactly("before", "in flight");
  }
}
