package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Setting onclose does not enable a port: HTML, "Message ports", where only start() and onmessage do. */
class CloseHandlerTest {

  /** With onclose set, a message waits until the port is started. */
  @Test
  @Verifies("port.onclose.not-enabling")
  void settingOncloseDoesNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().on("close", reaction("onclose", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("listener", event -> {}));
      channel.port1().postMessage("m");
    });
    world.settle();

    window.run(() -> {
      channel.port2().start();
      mark("started");
    });

    assertThat(world.settle()).marks("started", "listener");
  }
}
