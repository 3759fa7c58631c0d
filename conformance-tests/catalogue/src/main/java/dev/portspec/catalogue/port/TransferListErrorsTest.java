package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Lists that make a post fail, and which error wins: HTML, StructuredSerializeWithTransfer, steps 2, 3 and 5. */
class TransferListErrorsTest {

  /** A port that is listed twice makes the call fail before anything is read, and stays where it is. */
  @Test
  @Verifies({"sc.wt.phase1-duplicate", "port.xfer.same-list-twice-throws", "port.post.failed-sends-nothing"})
  void aPortListedTwiceIsRefusedAtOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().onmessage(reaction("far end", Event::record));
      channel.port2().onmessage(reaction("received", event -> {
        event.record();
        event.port(0).postMessage("still there");
      }));
      attempt("refused", () ->
          channel.port1().postMessage(throwing("getter"), transferring(other.port2(), other.port2())));
      channel.port1().postMessage("next", transferring(other.port2()));
    });

    Trace trace = world.settle();
    verifying("sc.wt.phase1-duplicate", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying("port.xfer.same-list-twice-throws", () -> assertThat(trace).neverCalled("getter"));
    verifying(
        "port.post.failed-sends-nothing",
        () -> {
          assertThat(trace.by("received")).dataOf("message").containsExactly("next");
          assertThat(trace.by("far end")).dataOf("message").containsExactly("still there");
        });
  }

  /** A port that was posted cannot be posted again, though it has not arrived. */
  @Test
  @Verifies({"port.xfer.detaches-original", "port.post.failed-sends-nothing"})
  void aPortCannotBePostedTwice(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("first", transferring(other.port2()));
      attempt("refused", () -> channel.port1().postMessage("second", transferring(other.port2())));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying("port.xfer.detaches-original", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.failed-sends-nothing",
        () -> assertThat(trace).dataOf("message").containsExactly("first", "next"));
  }

  /** That a listed port was closed or moved is found after the message was read, so a getter's exception wins. */
  @Test
  @Verifies("sc.wt.phase1-detached-allowed")
  void theExceptionOfAGetterWinsOverADetachedPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel closed = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      closed.port1().close();
      channel.port1().postMessage("m", transferring(moved.port1()));
      attempt("closed", () -> channel.port1().postMessage(throwing("a"), transferring(closed.port1())));
      attempt("moved", () -> channel.port1().postMessage(throwing("b"), transferring(moved.port1())));
    });

    assertThat(world.settle().outcome("closed")).threwValue("the getter's");
    assertThat(world.settle().outcome("moved")).threwValue("the getter's");
    assertThat(world.settle()).called("a", 1).called("b", 1);
  }

  /** A duplicate behind a buffer is found before the buffer is moved. */
  @Test
  @Verifies({"sc.wt.phase1-duplicate", "sc.wt.phase2-failure-detaches-nothing"})
  void nothingIsMovedWhenTheListOrTheMessageIsRefused(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();
    Buffer before = window.newArrayBuffer(8);
    Buffer readTooLate = window.newArrayBuffer(8);

    window.run(() -> {
      attempt("twice", () ->
          channel.port1().postMessage("m", transferring(before, other.port2(), other.port2())));
      attempt("getter", () -> channel.port1().postMessage(throwing("a"), transferring(readTooLate)));
    });

    Trace trace = world.settle();
    verifying(
        "sc.wt.phase1-duplicate",
        () -> {
          assertThat(trace.outcome("twice")).threw(DATA_CLONE_ERROR);
          assertThat(before).hasByteLength(8);
        });
    verifying(
        "sc.wt.phase2-failure-detaches-nothing",
        () -> {
          assertThat(trace.outcome("getter")).threwValue("the getter's");
          assertThat(readTooLate).hasByteLength(8);
        });
  }

  private static PlainValue throwing(String label) {
    return object().accessor("a", label, () -> {
      raise("the getter's");
      return "never";
    });
  }
}
