package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The message is of the type any: HTML, {@code postMessage(message, options)}. */
class AnyMessageTest {

  /** undefined is a message, and arrives as undefined. */
  @Test
  @Verifies("idl.options.message-any")
  void undefinedIsAMessage(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage(undefined());
      channel.port1().postMessage("next");
    });

    assertThat(world.settle()).dataOf("message").containsExactly(undefined(), "next");
  }

  /** null is another one, and so are the other values that JavaScript takes for false. */
  @Test
  @Verifies("idl.options.message-any")
  void falsyValuesAreMessages(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage(null);
      channel.port1().postMessage(false);
      channel.port1().postMessage(0);
      channel.port1().postMessage("");
    });

    assertThat(world.settle()).dataOf("message").containsExactly(null, false, 0, "");
  }

  /** So they are with a list, in both of its forms. */
  @Test
  @Verifies("idl.options.message-any")
  void falsyValuesAreMessagesWithAList(World world) {
    Channel channel = world.window().newChannel();
    Channel carried = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      }));
      channel.port1().postMessage(null, transferring(carried.port1()));
      channel.port1().postMessage("", transferring(carried.port2()).asOptions());
    });

    assertThat(world.settle()).dataOf("message").containsExactly(null, "");
    assertThat(world.settle().observed("ports", 0)).hasSize(1);
    assertThat(world.settle().observed("ports", 1)).hasSize(1);
  }
}
