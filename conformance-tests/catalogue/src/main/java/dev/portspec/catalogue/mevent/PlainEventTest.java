package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Events of type message that are no MessageEvents: HTML, "the event handler processing algorithm". */
class PlainEventTest {

  /** A plain Event of type message is handled by onmessage like any other. */
  @Test
  @Verifies("mevent.interface-irrelevant")
  void aPlainEventIsHandledByOnmessage(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler", Event::record));
      port.dispatchEvent(window.newEvent("message", object()));
    });

    assertThat(world.settle().event("handler")).has(attribute("interface", "Event"), attribute("type", "message"));
  }
}
