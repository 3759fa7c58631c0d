package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Where an event handler stands among listeners: HTML, "activate an event handler", "deactivate". */
class HandlerPlaceTest {

  /** A handler keeps the place of the first one that was set, and loses it when the attribute becomes null. */
  @Test
  @Verifies({"handler.reactivation-moves-last", "handler.first-set-position", "handler.get-returns-set"})
  void aHandlerKeepsItsPlaceUntilItIsNull(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port port = channel.port2();

    window.run(() -> {
      Reaction second = reaction("H2", event -> mark("H2 in place"), event -> mark("H2 moved"));
      port.onmessage(reaction("H1", event -> {}).neverCalled());
      port.addEventListener("message", reaction("A", event -> mark("A after it"), event -> mark("A before it")));
      port.onmessage(second);
      observe("set", second);
      observe("got", port.onmessage());
      port.dispatchEvent(window.newMessageEvent("message", object()));
      port.onmessage(null);
      port.onmessage(second);
      port.dispatchEvent(window.newMessageEvent("message", object()));
    });

    Trace trace = world.settle();
    verifying("handler.get-returns-set",
        () -> assertThat(trace.observed("got")).isSameAs(trace.observed("set")));
    verifying("handler.first-set-position",
        () -> assertThat(trace).marks("H2 in place", "A after it"));
    verifying("handler.reactivation-moves-last",
        () -> assertThat(trace).marks("A before it", "H2 moved"));
  }

  /** A handler takes a new place each time that it was null, not the first time only. */
  @Test
  @Verifies("handler.reactivation-moves-last")
  void aHandlerMovesEachTimeThatItWasNull(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port port = channel.port2();

    window.run(() -> {
      Reaction handler = reaction("H", event -> {});
      port.onmessage(handler);
      port.addEventListener("message", reaction("A", event -> {}));
      port.onmessage(null);
      port.onmessage(handler);
      port.addEventListener("message", reaction("B", event -> {}));
      port.onmessage(null);
      port.onmessage(handler);
      port.dispatchEvent(window.newMessageEvent("message", object()));
    });

    assertThat(world.settle()).marks("A", "B", "H");
  }
}
