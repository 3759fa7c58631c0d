package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Transferring to nobody: HTML, "message port post message steps", steps 5 and 6. */
class NoPartnerTransferTest {

  /** A port that was listed in a post on a closed port is gone. */
  @Test
  @Verifies("port.post.no-target-still-transfers")
  void listedPortsAreDetachedWithoutPartner(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel halfClosed = window.newChannel();
    Channel other = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      closed.port1().close();
      halfClosed.port2().close();
      closed.port1().postMessage("m", transferring(other.port1()));
      halfClosed.port1().postMessage("m", transferring(other.port2()));
      attempt("first again", () -> carrier.port1().postMessage("m", transferring(other.port1())));
      attempt("second again", () -> carrier.port1().postMessage("m", transferring(other.port2())));
    });

    assertThat(world.settle().outcome("first again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("second again")).threw(DATA_CLONE_ERROR);
  }

  /** A buffer that was listed in a post on a closed port is gone. */
  @Test
  @Verifies({"port.post.no-target-still-transfers", "port.post.no-target-silent"})
  void listedBuffersAreDetachedWithoutPartner(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port1().close();
      attempt("post", () -> channel.port1().postMessage("m", transferring(buffer)));
    });

    Trace trace = world.settle();
    verifying("port.post.no-target-silent", () -> assertThat(trace.outcome("post")).returned());
    verifying("port.post.no-target-still-transfers", () -> assertThat(buffer).hasByteLength(0));
  }

  /** A port that is listed twice is refused, though nobody would get it, and stays where it is. */
  @Test
  @Verifies({"port.xfer.same-list-twice-throws", "port.post.failed-sends-nothing"})
  void aPortListedTwiceIsRefusedWithoutPartner(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel halfClosed = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().onmessage(Event::record);
      closed.port1().close();
      halfClosed.port2().close();
      attempt("closed", () -> closed.port1().postMessage("m", transferring(other.port2(), other.port2())));
      attempt("other end closed", () ->
          halfClosed.port1().postMessage("m", transferring(other.port2(), other.port2())));
      other.port2().postMessage("still there");
    });

    Trace trace = world.settle();
    verifying(
        "port.xfer.same-list-twice-throws",
        () -> {
          assertThat(trace.outcome("closed")).threw(DATA_CLONE_ERROR);
          assertThat(trace.outcome("other end closed")).threw(DATA_CLONE_ERROR);
        });
    verifying(
        "port.post.failed-sends-nothing", () -> assertThat(trace).dataOf("message").containsExactly("still there"));
  }
}
