package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The two directions of a channel that was never shipped: HTML, "unshipped port message queue". Disputed. */
class BothDirectionsOrderTest {

  /** Messages posted alternately on the two ends of one channel are dispatched in the order of posting. */
  @Test
  @Verifies("port.unshipped.both-directions-order")
  void alternatePostsInBothDirections(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("back", Event::record));
      channel.port2().onmessage(reaction("forth", Event::record));
      channel.port1().postMessage("forth 1");
      channel.port2().postMessage("back 1");
      channel.port1().postMessage("forth 2");
      channel.port2().postMessage("back 2");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order",
            t -> assertThat(t).dataOf("message").containsExactly("forth 1", "back 1", "forth 2", "back 2")),
        outcome("port-order", t -> {
          assertThat(t.by("forth")).dataOf("message").containsExactly("forth 1", "forth 2");
          assertThat(t.by("back")).dataOf("message").containsExactly("back 1", "back 2");
          assertThat(t).dataOf("message")
              .containsExactlyInAnotherOrderThan("forth 1", "back 1", "forth 2", "back 2");
        }));
  }
}
