package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Moving a port closes nothing: HTML, "entangle", whose first step is no run of "disentangle". Volatile. */
class TransferIsNoCloseTest {

  /** A transfer is no close: no close event is fired, neither at the old object nor at the far end. */
  @Test
  @Verifies("port.entangle.silent")
  void aTransferFiresNoCloseEvent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      channel.port1().on("close", reaction("closing", event -> mark("closed")));
      channel.port2().on("close", reaction("closing", event -> mark("closed")));
      carrier.port2().onmessage(event -> event.port(0).start());
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });

    assertThat(world.settle()).mayShow("closed", "closing").showsOneOf(
        outcome("silent", t -> assertThat(t).neverCalled("closing")),
        outcome("fired", t -> assertThat(t.observed("closed", 0)).isEqualTo(true)));
  }
}
