package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Calls that fail with a transfer list: HTML, StructuredSerializeWithTransfer, steps 3 and 5. */
class TransferFailureTest {

  /** A message that cannot be cloned leaves the listed buffer and port as they were. */
  @Test
  @Verifies("sc.wt.phase2-failure-detaches-nothing")
  void aFailedMessageTransfersNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      attempt("failing", () -> window.structuredClone(list(uncloneable()), transferring(buffer, channel.port1())));
      attempt("again", () -> window.structuredClone("m", transferring(channel.port1())));
    });

    assertThat(world.settle().outcome("failing")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("again")).returned("m");
    assertThat(buffer).hasByteLength(8);
  }

  /** A buffer can be listed once. */
  @Test
  @Verifies("sc.wt.phase3-detached-buffer")
  void aDetachedBufferIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      attempt("first", () -> carrier.port1().postMessage("m", transferring(buffer)));
      attempt("second", () -> carrier.port1().postMessage("m", transferring(buffer)));
    });

    assertThat(world.settle().outcome("first")).returned();
    assertThat(world.settle().outcome("second")).threw(DATA_CLONE_ERROR);
  }

  /** A buffer that an accessor of the message transfers away makes the call fail. */
  @Test
  @Verifies("sc.wt.phase3-detached-buffer")
  void aBufferThatIsDetachedMeanwhileIsRefused(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      Object message = object().accessor("a", () -> {
        window.structuredClone("m", transferring(buffer));
        return "read";
      });
      attempt("clone", () -> window.structuredClone(message, transferring(buffer)));
    });

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
  }

  /** A port can be listed once. */
  @Test
  @Verifies("sc.wt.phase3-detached-object")
  void aPortThatHasLeftIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      attempt("first", () -> carrier.port1().postMessage("m", transferring(moved.port1())));
      attempt("second", () -> carrier.port1().postMessage("m", transferring(moved.port1())));
    });

    assertThat(world.settle().outcome("first")).returned();
    assertThat(world.settle().outcome("second")).threw(DATA_CLONE_ERROR);
  }

  /** A port that is closed can be listed no more. */
  @Test
  @Verifies("sc.wt.phase3-detached-object")
  void aClosedPortIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel closed = window.newChannel();

    window.run(() -> {
      closed.port1().close();
      attempt("post", () -> carrier.port1().postMessage("m", transferring(closed.port1())));
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }

  /** A buffer before a closed port in the list is detached, or is not: the call throws in any case. */
  @Test
  @Verifies("sc.wt.phase3-interleaved")
  void whatComesBeforeAFailureIsRecorded(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel gone = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      carrier.port1().postMessage("m", transferring(gone.port1()));
      attempt("failing", () -> carrier.port1().postMessage("m", transferring(buffer, gone.port1())));
      observe("buffer", buffer);
    });

    assertThat(world.settle().outcome("failing")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).showsOneOf(
        outcome("detached", trace -> assertThat(trace.observed("buffer")).hasByteLength(0)),
        outcome("kept", trace -> assertThat(trace.observed("buffer")).hasByteLength(8)));
  }

  /** A port that was transferred is marked as detached. */
  @Test
  @Verifies("sc.wt.platform-detached-flag")
  void aTransferredPortIsDetached(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      attempt("first", () -> window.structuredClone("m", transferring(channel.port1())));
      attempt("second", () -> window.structuredClone("m", transferring(channel.port1())));
      attempt("the other", () -> window.structuredClone("m", transferring(channel.port2())));
    });

    assertThat(world.settle().outcome("first")).returned("m");
    assertThat(world.settle().outcome("second")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("the other")).returned("m");
  }
}
