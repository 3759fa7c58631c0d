package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** How often the close event fires, and its handler: HTML, disentangle steps. Volatile text: outcomes are recorded. */
class CloseEventOnceTest {

  /** Closing a port again, or closing the other end as well, fires no further close event. */
  @Test
  @Verifies("port.close-event.once")
  void aChannelFiresCloseOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Reaction either = reaction("either", event -> {}).mayBeCalled();

    window.run(() -> {
      channel.port1().addEventListener("close", either);
      channel.port2().addEventListener("close", either);
      channel.port1().close();
      channel.port1().close();
      channel.port2().close();
    });
    world.settle();
    channel.port2().close();

    assertThat(world.settle()).showsOneOf(
        outcome("once", t -> assertThat(t).called("either", 1)),
        outcome("more", CloseEventOnceTest::requireMore),
        outcome("absent", t -> assertThat(t).neverCalled("either")));
  }

  private static void requireMore(Trace trace) {
    if (trace.calls("either") < 2) {
      throw new AssertionError("at most one close event");
    }
  }

  /** The attribute onclose is the handler of events of type close. */
  @Test
  @Verifies("port.close-event.handler-attribute")
  void oncloseHandlesEventsOfTypeClose(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().on("close", reaction("onclose", event -> {}).mayBeCalled());
      channel.port1().dispatchEvent(window.newEvent("close", object()));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("run", t -> assertThat(t).called("onclose", 1)),
        outcome("ignored", t -> assertThat(t).neverCalled("onclose")));
  }
}
