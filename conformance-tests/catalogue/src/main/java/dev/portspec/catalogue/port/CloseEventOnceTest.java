package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** How often the close event fires, and its handler: HTML, disentangle steps, and "Message ports". */
class CloseEventOnceTest {

  /** Closing a port again, or closing the other end as well, fires no further close event. */
  @Test
  @Verifies("port.close-event.once")
  void aChannelFiresCloseOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Reaction either = reaction("either", event -> {});

    window.run(() -> {
      channel.port1().start();
      channel.port2().start();
      channel.port1().addEventListener("close", either);
      channel.port2().addEventListener("close", either);
      channel.port1().close();
      channel.port1().close();
      channel.port2().close();
    });
    world.settle();
    channel.port2().close();

    assertThat(world.settle()).called("either", 1);
  }

  /** The attribute onclose is the handler of events of type close. */
  @Test
  @Verifies("port.close-event.handler-attribute")
  void oncloseHandlesEventsOfTypeClose(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().on("close", reaction("onclose", Event::record));
      channel.port1().dispatchEvent(window.newEvent("close", object()));
    });

    assertThat(world.settle().event("onclose")).has(attribute("type", "close"), attribute("isTrusted", false));
  }

  /** As any such attribute, it is null until it is set, and reads as what it was set to. */
  @Test
  @Verifies("port.close-event.handler-attribute")
  void oncloseReadsAsItWasSet(World world) {
    Port port = world.window().newChannel().port1();
    Reaction handler = reaction("onclose", event -> {}).neverCalled();

    world.window().run(() -> {
      observe("at first", port.on("close"));
      port.on("close", handler);
      observe("set", port.on("close"));
      observe("handler", handler);
      port.on("close", null);
      observe("taken away", port.on("close"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("at first")).isEqualTo(null);
    assertThat(trace.observed("set")).isSameAs(trace.observed("handler"));
    assertThat(trace.observed("taken away")).isEqualTo(null);
  }
}
