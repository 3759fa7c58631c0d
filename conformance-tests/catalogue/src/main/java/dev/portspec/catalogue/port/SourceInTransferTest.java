package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
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

  /** A rejected post leaves the ports of its list where they are, those before the sender as well. */
  @Test
  @Verifies({"port.post.source-in-transfer", "port.post.source-check-harmless"})
  void aRejectedPostKeepsTheOtherPortsOfItsList(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().onmessage(Event::record);
      channel.port2().onmessage(event -> event.port(0).postMessage("still there"));
      attempt("rejected", () ->
          channel.port1().postMessage("lost", transferring(other.port2(), channel.port1())));
      attempt("again", () -> channel.port1().postMessage("again", transferring(other.port2())));
    });

    Trace trace = world.settle();
    verifying("port.post.source-in-transfer", () -> assertThat(trace.outcome("rejected")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.source-check-harmless",
        () -> {
          assertThat(trace.outcome("again")).returned();
          assertThat(trace).dataOf("message").containsExactly("still there");
        });
  }

  /** No getter of the message runs, so what it would throw is not seen either. */
  @Test
  @Verifies("port.post.source-check-before-serialize")
  void aRejectedPostReadsNothingOfItsMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("rejected", () -> channel.port1().postMessage(
        object().accessor("a", "getter", () -> {
          raise("too late");
          return "never";
        }),
        transferring(channel.port1())));

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).neverCalled("getter");
  }

  /** A port that was received cannot be posted through itself either. */
  @Test
  @Verifies({"port.post.source-in-transfer", "port.post.source-check-harmless"})
  void aReceivedPortCannotBePostedThroughItself(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      carrier.port2().onmessage(event -> {
        Port received = event.port(0);
        attempt("rejected", () -> received.postMessage("lost", transferring(received)));
        received.postMessage("kept");
      });
      carrier.port1().postMessage("port", transferring(channel.port2()));
    });

    Trace trace = world.settle();
    verifying("port.post.source-in-transfer", () -> assertThat(trace.outcome("rejected")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.source-check-harmless", () -> assertThat(trace).dataOf("message").containsExactly("kept"));
  }

  /** A port that lists itself is refused, though nobody would get the message. */
  @Test
  @Verifies("port.post.source-in-transfer")
  void aPortWithoutPartnerCannotBePostedThroughItself(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel halfClosed = window.newChannel();

    window.run(() -> {
      closed.port1().close();
      halfClosed.port2().close();
      attempt("closed", () -> closed.port1().postMessage("m", transferring(closed.port1())));
      attempt("other end closed", () -> halfClosed.port1().postMessage("m", transferring(halfClosed.port1())));
    });

    assertThat(world.settle().outcome("closed")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("other end closed")).threw(DATA_CLONE_ERROR);
  }
}
