package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.repeat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Queues without a limit: HTML, "Message ports". */
class BurstTest {
  private static final int MESSAGES = 2_000;

  /** A large burst to a port that is not enabled yet arrives whole and in order. */
  @Test
  @Verifies("port.post.unbounded")
  void aBurstArrivesWhole(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> repeat(MESSAGES, i -> channel.port1().postMessage(i)));
    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(MESSAGES);
  }
}
