package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A getter of the message that detaches what is listed: HTML, StructuredSerializeWithTransfer, step 5. */
class DetachDuringSerializeTest {

  /** A getter that sends the listed port elsewhere makes the outer call fail, and the port stays with the getter's. */
  @Test
  @Verifies("port.post.detach-during-serialize")
  void aGetterThatTransfersTheListedPortWins(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel inner = window.newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      listed.port1().onmessage(reaction("far end", Event::record));
      inner.port2().onmessage(event -> event.port(0).postMessage("taken by the getter"));
      channel.port2().onmessage(reaction("outer", Event::record));
      attempt("refused", () -> channel.port1().postMessage(
          object().accessor("a", () -> {
            inner.port1().postMessage("inner", transferring(listed.port2()));
            return "read";
          }),
          transferring(listed.port2())));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying(
        "port.post.detach-during-serialize",
        () -> {
          assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR);
          assertThat(trace.by("far end")).dataOf("message").containsExactly("taken by the getter");
        });
    verifying(
        "port.post.detach-during-serialize",
        () -> assertThat(trace.by("outer")).dataOf("message").containsExactly("next"));
  }

  /** The same on the very port of the outer call: the inner message arrives with the port, the outer one not at all. */
  @Test
  @Verifies({"port.post.detach-during-serialize", "port.post.reentrant-getter-post"})
  void aGetterThatTransfersTheListedPortOverTheSamePortWins(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      listed.port1().onmessage(reaction("far end", Event::record));
      channel.port2().onmessage(
          reaction(
              "received",
              event -> {
                event.record();
                event.port(0).postMessage("taken by the getter");
              },
              Event::record));
      attempt("refused", () -> channel.port1().postMessage(
          object().accessor("a", () -> {
            channel.port1().postMessage("inner", transferring(listed.port2()));
            return "read";
          }),
          transferring(listed.port2())));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying("port.post.detach-during-serialize", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.reentrant-getter-post",
        () -> assertThat(trace.by("far end")).dataOf("message").containsExactly("taken by the getter"));
    verifying(
        "port.post.detach-during-serialize",
        () -> assertThat(trace.by("received")).dataOf("message").containsExactly("inner", "next"));
  }

  /** A getter that closes the listed port detaches it as well. */
  @Test
  @Verifies("port.post.detach-during-serialize")
  void aGetterThatClosesTheListedPortMakesTheCallFail(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("refused", () -> channel.port1().postMessage(
          object().accessor("a", () -> {
            listed.port2().close();
            return "read";
          }),
          transferring(listed.port2())));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying("port.post.detach-during-serialize", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying("port.post.detach-during-serialize", () -> assertThat(trace).dataOf("message").containsExactly("next"));
  }

  /** A getter that moves the listed buffer detaches it. */
  @Test
  @Verifies("port.post.detach-during-serialize")
  void aGetterThatTransfersTheListedBufferWins(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer listed = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("refused", () -> channel.port1().postMessage(
          object().accessor("a", () -> {
            channel.port1().postMessage("inner", transferring(listed));
            return "read";
          }),
          transferring(listed)));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying("port.post.detach-during-serialize", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.detach-during-serialize",
        () -> assertThat(trace).dataOf("message").containsExactly("inner", "next"));
  }
}
