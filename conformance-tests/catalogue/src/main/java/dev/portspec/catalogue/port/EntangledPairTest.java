package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Entanglement joins two ports, symmetrically: HTML, "Message ports". */
class EntangledPairTest {

  /** Messages pass in both directions at the same time, each to the one port at the other end. */
  @Test
  @Verifies("port.entangled.symmetric")
  void messagesPassInBothDirections(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(reaction("port2", Event::record));
      channel.port1().postMessage("forth 1");
      channel.port2().postMessage("back 1");
      channel.port1().postMessage("forth 2");
      channel.port2().postMessage("back 2");
    });

    assertThat(world.settle().by("port2")).dataOf("message").containsExactly("forth 1", "forth 2");
    assertThat(world.settle().by("port1")).dataOf("message").containsExactly("back 1", "back 2");
  }

  /** A port that only ever received can send: its first message is the answer. */
  @Test
  @Verifies("port.entangled.symmetric")
  void aReceiverCanAnswer(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(event -> channel.port2().postMessage("answer"));
      channel.port1().postMessage("question");
    });

    assertThat(world.settle().by("port1")).dataOf("message").containsExactly("answer");
  }

  /** A message has one receiver: a moved port takes the place of the old one, it does not join it. */
  @Test
  @Verifies("port.entangled.symmetric")
  void aMoveLeavesOnlyOneReceiver(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record));
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });
    world.settle();

    channel.port1().postMessage("for one");

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("for one");
  }
}
