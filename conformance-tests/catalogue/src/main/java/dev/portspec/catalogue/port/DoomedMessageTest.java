package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The call that lists the port it is for: HTML, "message port post message steps", steps 3 to 6. */
class DoomedMessageTest {

  /** Listing the target is no error. */
  @Test
  @Verifies("port.post.doomed-no-throw")
  void listingTheTargetIsNoError(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("doomed", () -> channel.port1().postMessage("doomed", transferring(channel.port2())));

    assertThat(world.settle().outcome("doomed")).returned();
  }

  /** A doomed message is serialized: its getters run, once. */
  @Test
  @Verifies({"port.post.doomed-no-throw", "port.post.doomed-still-serializes"})
  void theGettersOfADoomedMessageRun(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("doomed", () -> channel.port1().postMessage(
        object().accessor("a", "getter", () -> "read"), transferring(channel.port2())));

    Trace trace = world.settle();
    verifying("port.post.doomed-no-throw", () -> assertThat(trace.outcome("doomed")).returned());
    verifying("port.post.doomed-still-serializes", () -> assertThat(trace).called("getter", 1));
  }

  /** A doomed message that cannot be cloned is an error like any other, and leaves the channel alone. */
  @Test
  @Verifies({"port.post.doomed-still-serializes", "port.post.failed-sends-nothing"})
  void aDoomedMessageThatCannotBeClonedIsRefused(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("refused", () -> channel.port1().postMessage(uncloneable(), transferring(channel.port2())));
      channel.port1().postMessage("kept");
    });

    Trace trace = world.settle();
    verifying("port.post.doomed-still-serializes", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying("port.post.failed-sends-nothing", () -> assertThat(trace).dataOf("message").containsExactly("kept"));
  }

  /** The other ports of the list leave with the doomed message. */
  @Test
  @Verifies("port.post.doomed-still-serializes")
  void theOtherPortsOfTheListAreDetached(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("doomed", transferring(other.port2(), channel.port2()));
      attempt("again", () -> carrier.port1().postMessage("m", transferring(other.port2())));
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
  }

  /** The buffers of the list leave with the doomed message, those after the target as well. */
  @Test
  @Verifies("port.post.doomed-still-serializes")
  void theBuffersOfTheListAreDetached(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer before = window.newArrayBuffer(8);
    Buffer after = window.newArrayBuffer(8);

    channel.port1().postMessage("doomed", transferring(before, channel.port2(), after));

    assertThat(before).hasByteLength(0);
    assertThat(after).hasByteLength(0);
  }

  /** The target is detached: it cannot be transferred again. */
  @Test
  @Verifies("port.post.doomed-detaches-target")
  void theTargetIsDetached(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("doomed", transferring(channel.port2()));
      attempt("again", () -> carrier.port1().postMessage("m", transferring(channel.port2())));
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
  }

  /** A target that was received is detached by a doomed message like any other. */
  @Test
  @Verifies("port.post.doomed-detaches-target")
  void aReceivedTargetIsDetached(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        attempt("doomed", () -> channel.port1().postMessage("doomed", transferring(event.port(0)).asOptions()));
        attempt("again", () -> carrier.port2().postMessage("again", transferring(event.port(0))));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("doomed")).returned();
    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
  }
}
