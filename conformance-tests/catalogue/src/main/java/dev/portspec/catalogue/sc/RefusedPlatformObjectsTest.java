package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Platform objects that are not serializable: HTML, StructuredSerializeInternal, the steps for platform objects. */
class RefusedPlatformObjectsTest {

  /** A port that is not listed cannot be posted. */
  @Test
  @Verifies("sc.rej.platform-object")
  void aPortThatIsNotListedIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel other = window.newChannel();

    window.attempt("post", () -> carrier.port1().postMessage(other.port1()));

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }

  /** An event cannot be posted. */
  @Test
  @Verifies("sc.rej.platform-object")
  void anEventIsRefused(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> attempt("event", () -> channel.port2().postMessage(event)));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().outcome("event")).threw(DATA_CLONE_ERROR);
  }

  /** A BroadcastChannel cannot be posted. */
  @Test
  @Verifies("sc.rej.platform-object")
  void aBroadcastChannelIsRefused(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    BroadcastHandle broadcast = window.newBroadcastChannel("b");

    window.run(() -> {
      attempt("post", () -> channel.port1().postMessage(broadcast));
      broadcast.close();
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }
}
