package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Posting a port through itself: HTML, "message port post message steps", step 2. */
class SourceInTransferTest {

  /** A port that lists itself is refused. */
  @Test
  @Verifies("port.post.source-in-transfer")
  void aPortCannotBePostedThroughItself(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("rejected", () -> channel.port1().postMessage("lost", transferring(channel.port1())));

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
  }

  /** A rejected post has no effect: nothing is sent, nothing is detached, and the port still works. */
  @Test
  @Verifies("port.post.source-check-harmless")
  void aRejectedPostLeavesEverythingAsItWas(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("rejected", () -> channel.port1().postMessage("lost", transferring(buffer, channel.port1())));
      channel.port1().postMessage("kept");
    });

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
    assertThat(buffer).hasByteLength(8);
    assertThat(world.settle()).dataOf("message").containsExactly("kept");
  }
}
