package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** {@code initEvent}, which a MessageEvent has from Event: DOM, "initEvent". */
class InitEventTest {

  /** It gives a message event another type and other flags, and leaves its data alone. */
  @Test
  @Verifies("mevent.inherits-event")
  void itLeavesTheDataAlone(World world) {
    Realm window = world.window();

    window.run(() -> {
      Event event = window.newMessageEvent("before", object().with("data", "d"));
      event.call("initEvent", "after", true, true);
      observe("event", event);
    });

    assertThat(world.settle().event("event")).has(
        attribute("type", "after"), attribute("bubbles", true), attribute("cancelable", true), attribute("data", "d"));
  }

  /** While the event is dispatched it does nothing. */
  @Test
  @Verifies("mevent.inherits-event")
  void itDoesNothingDuringDispatch(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.call("initEvent", "other", true, true);
        event.record();
      }));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("handler")).has(
        attribute("type", "message"), attribute("bubbles", false), attribute("cancelable", false));
  }
}
