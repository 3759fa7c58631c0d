package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Closed ports and transfer: HTML, the close() method of MessagePort, step 1. */
class CloseAndTransferTest {

  /** A closed port cannot be transferred, in the same task or later. */
  @Test
  @Verifies("port.close.detaches")
  void aClosedPortCannotBeTransferred(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      channel.port2().close();
      attempt("same task", () -> carrier.port1().postMessage("refused", transferring(channel.port2())));
    });
    world.settle();
    window.attempt("later task", () -> carrier.port1().postMessage("refused", transferring(channel.port2())));
    carrier.port1().postMessage("marker");

    assertThat(world.settle().outcome("same task")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("later task")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** A closed port in the list is found after the message was serialized, so a getter's exception comes first. */
  @Test
  @Verifies({"port.close.detaches", "sc.wt.phase1-detached-allowed"})
  void theMessageIsSerializedBeforeAClosedPortIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().close();
      attempt("with a getter", () -> carrier.port1().postMessage(
          object().accessor("a", () -> {
            raise("the getter threw");
            return "never";
          }),
          transferring(channel.port2())));
      attempt("without", () -> carrier.port1().postMessage("refused", transferring(channel.port2())));
    });

    verifying("sc.wt.phase1-detached-allowed",
        () -> assertThat(world.settle().outcome("with a getter")).threwValue("the getter threw"));
    verifying("port.close.detaches", () -> assertThat(world.settle().outcome("without")).threw(DATA_CLONE_ERROR));
  }

  /** A port that is closed in its own handler is detached there and then. */
  @Test
  @Verifies("port.close.detaches")
  void aPortClosedInItsHandlerIsDetachedAtOnce(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> {
        channel.port2().close();
        attempt("send", () -> carrier.port1().postMessage("refused", transferring(channel.port2())));
      });
      channel.port1().postMessage("go");
    });

    assertThat(world.settle().outcome("send")).threw(DATA_CLONE_ERROR);
  }

  /** A received port that is closed cannot be sent on. */
  @Test
  @Verifies("port.close.detaches")
  void aReceivedPortThatIsClosedCannotBeSentOn(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel onward = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).close();
        attempt("send on", () -> onward.port1().postMessage("refused", transferring(event.port(0))));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("send on")).threw(DATA_CLONE_ERROR);
  }
}
