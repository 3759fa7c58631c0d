package dev.portspec.catalogue.met;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The handlers of a port: HTML, "the MessageEventTarget mixin". */
class MessageEventTargetTest {

  /** onmessage runs for events of type message, and for no others. */
  @Test
  @Verifies("met.onmessage")
  void onmessageRunsForMessages(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("onmessage", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("onmessage")).has(attribute("type", "message"), attribute("data", "m"));
  }

  /** It is null at first. */
  @Test
  @Verifies("met.onmessage")
  void onmessageIsNullAtFirst(World world) {
    assertThat(world.window().newChannel().port1().onmessage()).isEqualTo(null);
  }

  /** Events of other types pass it by. */
  @Test
  @Verifies("met.onmessage")
  void onmessageRunsForNoOtherType(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("onmessage", Event::record));
      port.dispatchEvent(window.newMessageEvent("messageerror", object()));
      port.dispatchEvent(window.newMessageEvent("Message", object()));
      port.dispatchEvent(window.newMessageEvent("message", object().with("data", "m")));
    });

    assertThat(world.settle().event("onmessage")).has(attribute("type", "message"), attribute("data", "m"));
  }

  /** onmessageerror runs for events of type messageerror, and for no others. */
  @Test
  @Verifies("met.onmessageerror")
  void onmessageerrorRunsForItsType(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessageerror(reaction("onmessageerror", Event::record));
      port.dispatchEvent(window.newMessageEvent("message", object()));
      port.dispatchEvent(window.newMessageEvent("messageerror", object()));
    });

    assertThat(world.settle().event("onmessageerror")).has(attribute("type", "messageerror"));
  }

  /** It is null at first. */
  @Test
  @Verifies("met.onmessageerror")
  void onmessageerrorIsNullAtFirst(World world) {
    assertThat(world.window().newChannel().port1().onmessageerror()).isEqualTo(null);
  }

  /** Neither attribute is a property of the port itself, before or after it was set. */
  @Test
  @Verifies("met.handler-is-not-own-property")
  void thePortHasNoHandlerAsAPropertyOfItsOwn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      channel.port1().onmessage(reaction("handler", event -> {}).neverCalled());
      for (String name : List.of("onmessage", "onmessageerror")) {
        observe("set port has " + name, window.global().get("Object").call("hasOwn", channel.port1(), name));
        observe("new port has " + name, window.global().get("Object").call("hasOwn", channel.port2(), name));
      }
      observe("other port", channel.port2().onmessage());
    });

    for (String name : List.of("onmessage", "onmessageerror")) {
      assertThat(world.settle().observed("set port has " + name)).isEqualTo(false);
      assertThat(world.settle().observed("new port has " + name)).isEqualTo(false);
    }
    assertThat(world.settle().observed("other port")).isEqualTo(null);
  }
}
