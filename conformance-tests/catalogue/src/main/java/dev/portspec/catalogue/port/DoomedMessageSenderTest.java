package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What waits at the port that posts a message which lists its own target: HTML, "message port post message steps". */
class DoomedMessageSenderTest {

  /** The target leaves, and the sender stays where it is: what the target had posted before is dispatched there. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void whatTheTargetHadPostedArrives(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("older");
      channel.port2().postMessage("doomed", transferring(channel.port1()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("older");
  }

  /** It waits for the sender to be started, as any other message does. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void whatTheTargetHadPostedWaitsForTheSender(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("older");
      channel.port2().postMessage("doomed", transferring(channel.port1()));
    });
    world.settle();

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("older");
  }
}
