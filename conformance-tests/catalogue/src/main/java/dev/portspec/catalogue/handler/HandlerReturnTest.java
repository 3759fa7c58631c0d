package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What a handler returns: HTML, "the event handler processing algorithm", step 5. */
class HandlerReturnTest {

  /** A handler that returns false cancels an event that is cancelable. */
  @Test
  @Verifies("handler.return-false-cancels")
  void falseCancels(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler", event -> returns(false)));
      port.addEventListener("message", reaction("after", Event::record));
      observe("result", port.dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
    });

    assertThat(world.settle().observed("result")).isEqualTo(false);
    assertThat(world.settle().event("after")).has(attribute("defaultPrevented", true));
  }

  /** A listener that returns false is no handler, and cancels nothing. */
  @Test
  @Verifies("handler.return-false-cancels")
  void falseOfAListenerCancelsNothing(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.addEventListener("message", reaction("listener", event -> returns(false)));
      observe("result", port.dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
    });

    assertThat(world.settle().observed("result")).isEqualTo(true);
  }

  /** By the letter it marks also the event of a message, which is not cancelable; engines do not. */
  @Test
  @Verifies("handler.return-false-not-cancelable")
  void falseForAMessage(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> returns(false)));
      channel.port2().addEventListener("message", reaction("after", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("set", trace -> assertThat(trace.event("after")).has(attribute("defaultPrevented", true))),
        outcome("unset", trace -> assertThat(trace.event("after")).has(attribute("defaultPrevented", false))));
  }

  /** Whatever else a handler returns cancels nothing. */
  @Test
  @Verifies("handler.return-other-ignored")
  void anythingElseCancelsNothing(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler",
          event -> returns(true),
          event -> returns(null),
          event -> returns(0),
          event -> returns(""),
          event -> returns(undefined()),
          event -> returns("false")));
      for (int i = 0; i < 6; i++) {
        observe("result " + i, port.dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
      }
    });

    for (int i = 0; i < 6; i++) {
      assertThat(world.settle().observed("result " + i)).isEqualTo(true);
    }
    assertThat(world.settle()).called("handler", 6);
  }
}
