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
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Attributes of received events: HTML, "the MessageEvent interface". */
class ReceivedMessageEventTest {

  /** It is a MessageEvent, and has the members of an Event. */
  @Test
  @Verifies("mevent.inherits-event")
  void aMessageEventIsAnEvent(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("received")).has(
        attribute("interface", "MessageEvent"),
        attribute("type", "message"),
        attribute("bubbles", false),
        attribute("cancelable", false),
        attribute("composed", false),
        attribute("defaultPrevented", false));
  }

  /** No origin is stored for a message of a port, so origin is the empty string. */
  @Test
  @Verifies("mevent.origin.null-concept")
  void theOriginOfAMessageIsEmpty(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("received")).has(attribute("origin", ""));
  }

  /** Each read of data gives the same object. */
  @Test
  @Verifies("mevent.data.stable")
  void everyReadOfDataGivesTheSameObject(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(event -> {
        observe("first read", event.data());
        observe("second read", event.data());
        event.keepAs(kept);
      });
      channel.port1().postMessage(object().with("a", "b"));
    });
    world.settle();
    window.run(() -> observe("later read", kept.data()));

    Trace trace = world.settle();
    assertThat(trace.observed("first read")).isEqualTo(object().with("a", "b"));
    assertThat(trace.observed("second read")).isSameAs(trace.observed("first read"));
    assertThat(trace.observed("later read")).isSameAs(trace.observed("first read"));
  }
}
