package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** close() on ports that nobody started: HTML, the close() method of MessagePort. */
class CloseBeforeStartTest {

  /** close() works on a port that was never started, and on one that nobody has used. */
  @Test
  @Verifies("port.close.never-started")
  void aPortThatWasNeverStartedCanBeClosed(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      attempt("first", () -> channel.port1().close());
      attempt("second", () -> channel.port2().close());
    });

    assertThat(world.settle().outcome("first")).returned();
    assertThat(world.settle().outcome("second")).returned();
  }

  /** A port that was never started and holds messages can be closed as well. */
  @Test
  @Verifies("port.close.never-started")
  void aPortThatWasNeverStartedAndHoldsMessagesCanBeClosed(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("held");
      attempt("close", () -> channel.port2().close());
    });

    assertThat(world.settle().outcome("close")).returned();
  }

  /** close() parts a port from its partner even if neither was ever started. */
  @Test
  @Verifies("port.close.never-started")
  void closingAPortThatWasNeverStartedSeparatesIt(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel open = window.newChannel();

    for (Port port : List.of(channel.port1(), channel.port2(), open.port1(), open.port2())) {
      port.addEventListener("message", Event::record);
    }
    window.run(() -> {
      channel.port1().close();
      channel.port1().postMessage("from the closed port");
      channel.port2().postMessage("to the closed port");
      open.port1().postMessage("from an open port");
      open.port2().postMessage("to an open port");
    });
    for (Port port : List.of(channel.port1(), channel.port2(), open.port1(), open.port2())) {
      port.start();
    }

    assertThat(world.settle())
        .dataOf("message")
        .containsExactlyInAnyOrder("from an open port", "to an open port");
  }

  /** close() starts no port: what waits at one that was never started is not dispatched, though a listener is there. */
  @Test
  @Verifies("port.queue.initially-disabled")
  void closingDispatchesNothingThatWaits(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel started = window.newChannel();

    window.run(() -> {
      closed.port2().postMessage("waits");
      closed.port1().addEventListener("message", reaction("closed", Event::record).neverCalled());
      closed.port1().close();
      started.port2().postMessage("arrives");
      started.port1().addEventListener("message", reaction("started", Event::record));
      started.port1().start();
    });

    assertThat(world.settle()).neverCalled("closed");
    assertThat(world.settle().by("started")).dataOf("message").containsExactly("arrives");
  }
}
