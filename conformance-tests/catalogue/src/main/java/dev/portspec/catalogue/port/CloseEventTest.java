package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The close event, where it is claimed: HTML, disentangle steps. */
class CloseEventTest {

  /** Closing a port leads to a close event at its partner. */
  @Test
  @Verifies("port.close-event.fires-on-other")
  void closingAPortFiresCloseAtThePartner(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().start();
      channel.port2().addEventListener("close", reaction("partner", event -> {}));
      channel.port1().close();
    });

    assertThat(world.settle()).called("partner", 1);
  }

  /** The port that is closed gets no close event itself. */
  @Test
  @Verifies("port.close-event.not-on-initiator")
  void closingAPortFiresNothingAtItself(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("close", reaction("closed", event -> {}).neverCalled());
      channel.port2().addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      channel.port1().close();
    });

    assertThat(world.settle()).neverCalled("closed");
  }

  /** The close event is a plain, trusted Event that neither bubbles nor can be cancelled. */
  @Test
  @Verifies("port.close-event.plain-event")
  void theCloseEventIsAPlainTrustedEvent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().start();
      channel.port2().addEventListener("close", reaction("partner", Event::record));
      channel.port1().close();
    });

    assertThat(world.settle().event("partner")).has(
        attribute("interface", "Event"), attribute("type", "close"), attribute("isTrusted", true),
        attribute("bubbles", false), attribute("cancelable", false), attribute("composed", false));
  }

  /** When the close event fires the ports are separated: what its handler posts reaches nobody. */
  @Test
  @Verifies("port.close-event.after-unlink")
  void theCloseEventComesAfterTheSeparation(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      channel.port2().start();
      channel.port2().addEventListener("close",
          reaction("partner", event -> channel.port2().postMessage("late")));
      channel.port1().close();
    });

    assertThat(world.settle()).called("partner", 1).dataOf("message").isEmpty();
  }
}
