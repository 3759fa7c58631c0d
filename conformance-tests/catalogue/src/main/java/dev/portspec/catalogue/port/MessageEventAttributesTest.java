package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Assertions.Attribute;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The event that a message is fired as: HTML, "message port post message steps", the task, step 7. */
class MessageEventAttributesTest {
  private static final Attribute[] DEFAULTS = {
    attribute("origin", ""),
    attribute("lastEventId", ""),
    attribute("source", null),
    attribute("bubbles", false),
    attribute("cancelable", false),
    attribute("composed", false)
  };

  /** It is a MessageEvent of type message. */
  @Test
  @Verifies("port.post.event-type")
  void itIsAMessageEvent(World world) {
    assertThat(received(world).event("received"))
        .has(attribute("interface", "MessageEvent"), attribute("type", "message"));
  }

  /** Its attributes are those of an event of which nothing else was said. */
  @Test
  @Verifies("port.post.event-defaults")
  void everythingElseIsAsByDefault(World world) {
    assertThat(received(world).event("received")).has(DEFAULTS);
  }

  /** It is trusted. */
  @Test
  @Verifies("port.post.event-trusted")
  void itIsTrusted(World world) {
    assertThat(received(world).event("received")).has(attribute("isTrusted", true));
  }

  /** A listener sees the same event as a handler, and so does the other end of the channel. */
  @Test
  @Verifies({"port.post.event-type", "port.post.event-defaults", "port.post.event-trusted"})
  void theOtherEndSeesTheSameKindOfEvent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("message", reaction("received", Event::record));
      channel.port1().start();
      channel.port2().postMessage("m");
    });

    attributesHold(world.settle());
  }

  /** The sender's port is not the source, not even where the message carries a port and goes to a received one. */
  @Test
  @Verifies({"port.post.event-type", "port.post.event-defaults", "port.post.event-trusted"})
  void aReceivedPortSeesTheSameKindOfEvent(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("received", Event::record)));
      carrier.port1().postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("m", transferring(other.port2()));
    });

    attributesHold(world.settle());
  }

  private static void attributesHold(Trace trace) {
    verifying(
        "port.post.event-type",
        () ->
            assertThat(trace.event("received"))
                .has(attribute("interface", "MessageEvent"), attribute("type", "message")));
    verifying("port.post.event-defaults", () -> assertThat(trace.event("received")).has(DEFAULTS));
    verifying(
        "port.post.event-trusted", () -> assertThat(trace.event("received")).has(attribute("isTrusted", true)));
  }

  /** preventDefault() has no effect, since there is nothing to prevent. */
  @Test
  @Verifies("port.post.event-not-cancelable-effect")
  void preventDefaultHasNoEffect(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::preventDefault);
      channel.port2().addEventListener("message", reaction("received", event -> {
        event.preventDefault();
        event.record();
      }));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("received")).has(attribute("defaultPrevented", false));
  }

  /** Setting returnValue has none either. */
  @Test
  @Verifies("port.post.event-not-cancelable-effect")
  void settingReturnValueHasNoEffect(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("received", event -> {
        event.returnValue(false);
        event.record();
      }));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("received")).has(attribute("defaultPrevented", false));
  }

  private static Trace received(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("m");
    });
    return world.settle();
  }
}
