package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A channel object whose port has moved away: HTML, "entangle". */
class StaleChannelTest {

  /** Once port2 was received elsewhere, port1 and the old port2 do not talk; port1 talks to the new object. */
  @Test
  @Verifies("channel.stale-after-reentangle")
  void theOldPortsNoLongerTalk(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new port2", Event::record)));
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });
    world.settle();

    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(reaction("old port2", Event::record));
      channel.port1().postMessage("from port1");
      channel.port2().postMessage("from old port2");
    });

    assertThat(world.settle().by("new port2")).dataOf("message").containsExactly("from port1");
    assertThat(world.settle().by("old port2")).dataOf("message").isEmpty();
    assertThat(world.settle().by("port1")).dataOf("message").isEmpty();
  }
}
