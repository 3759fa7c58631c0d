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

/** A port is detached in the call that transfers it: HTML, StructuredSerializeWithTransfer, the second pass. */
class TransferDetachesTest {

  /** The port cannot be sent again in the same task, though nobody has received it yet. */
  @Test
  @Verifies("port.xfer.detaches-original")
  void aPortCannotBeSentTwiceInOneTask(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      carrier.port1().postMessage("first", transferring(channel.port2()));
      attempt("again", () -> carrier.port1().postMessage("second", transferring(channel.port2())));
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("first");
  }

  /** The port stays detached in later tasks, while it travels and once it was received. */
  @Test
  @Verifies("port.xfer.detaches-original")
  void aPortStaysDetachedInLaterTasks(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> carrier.port1().postMessage("first", transferring(channel.port2())));
    window.attempt("in flight", () -> carrier.port1().postMessage("second", transferring(channel.port2())));
    carrier.port2().onmessage(Event::record);
    world.settle();
    window.attempt("after receipt", () -> carrier.port1().postMessage("third", transferring(channel.port2())));

    assertThat(world.settle().outcome("in flight")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("after receipt")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("first");
  }

  /** The port is detached for every channel, not only for the one that took it. */
  @Test
  @Verifies("port.xfer.detaches-original")
  void aPortThatLeftCannotTakeAnotherChannel(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel other = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      other.port2().onmessage(Event::record);
      carrier.port1().postMessage("first", transferring(channel.port2()));
      attempt("elsewhere", () -> other.port1().postMessage("second", transferring(channel.port2())));
    });

    assertThat(world.settle().outcome("elsewhere")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("first");
  }

  /** A message that reaches nobody detaches its ports all the same. */
  @Test
  @Verifies("port.xfer.detaches-original")
  void aPortIsDetachedByAMessageToNobody(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel working = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      working.port2().onmessage(Event::record);
      carrier.port2().close();
      carrier.port1().postMessage("to nobody", transferring(channel.port2()));
      attempt("again", () -> working.port1().postMessage("to somebody", transferring(channel.port2())));
      working.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** Whether a listed port is detached is asked after the message was serialized, so its exception comes first. */
  @Test
  @Verifies({"port.xfer.detaches-original", "sc.wt.phase1-detached-allowed"})
  void theMessageIsSerializedBeforeDetachedPortsAreRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      carrier.port1().postMessage("first", transferring(channel.port2()));
      attempt("with a getter", () -> carrier.port1().postMessage(
          object().accessor("a", () -> {
            raise("the getter threw");
            return "never";
          }),
          transferring(channel.port2())));
      attempt("without", () -> carrier.port1().postMessage("second", transferring(channel.port2())));
    });

    verifying("sc.wt.phase1-detached-allowed",
        () -> assertThat(world.settle().outcome("with a getter")).threwValue("the getter threw"));
    verifying("port.xfer.detaches-original", () -> {
      assertThat(world.settle().outcome("without")).threw(DATA_CLONE_ERROR);
      assertThat(world.settle()).dataOf("message").containsExactly("first");
    });
  }

  /** Posting, starting and closing on a detached port throws nothing. */
  @Test
  @Verifies("port.xfer.detaches-original")
  void onlyTransferIsRefusedOnADetachedPort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      carrier.port1().postMessage("first", transferring(channel.port2()));
      attempt("used", () -> {
        channel.port2().postMessage("from the old port");
        channel.port2().start();
        channel.port2().close();
      });
      attempt("sent", () -> carrier.port1().postMessage("second", transferring(channel.port2())));
    });

    assertThat(world.settle().outcome("used")).returned();
    assertThat(world.settle().outcome("sent")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("first");
  }
}
