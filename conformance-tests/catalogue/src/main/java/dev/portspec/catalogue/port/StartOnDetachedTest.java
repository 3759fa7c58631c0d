package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** start() on a port that is no longer in use: HTML, "The start() method steps", which ask for nothing. */
class StartOnDetachedTest {

  /** start() on a closed port throws nothing, and neither does one on the port that it was entangled with. */
  @Test
  @Verifies("port.start.on-detached")
  void startOnAClosedPortDoesNotThrow(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().close();
      attempt("closed", () -> channel.port2().start());
      attempt("partner", () -> channel.port1().start());
    });

    assertThat(world.settle().outcome("closed")).returned();
    assertThat(world.settle().outcome("partner")).returned();
  }

  /** start() on a transferred port throws nothing, on its way and once it was received. */
  @Test
  @Verifies("port.start.on-detached")
  void startOnATransferredPortDoesNotThrow(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).start());
      carrier.port1().postMessage("a port", transferring(channel.port2()));
      attempt("on its way", () -> channel.port2().start());
    });
    world.settle();

    window.run(() -> attempt("received", () -> channel.port2().start()));

    assertThat(world.settle().outcome("on its way")).returned();
    assertThat(world.settle().outcome("received")).returned();
  }
}
