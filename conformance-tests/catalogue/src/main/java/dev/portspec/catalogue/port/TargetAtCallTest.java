package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The target is the partner at the time of the call: HTML, {@code postMessage(message, options)}, step 1. */
class TargetAtCallTest {

  /** A getter that closes the sending port comes too late for the message that is being posted. */
  @Test
  @Verifies("port.post.target-captured-at-call")
  void aGetterThatClosesTheSenderDoesNotStopTheMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage(object().accessor("a", () -> {
        channel.port1().close();
        return "read";
      }));
    });

    assertThat(world.settle()).dataOf("message").containsExactly(object().with("a", "read"));
  }

  /** A getter may post and then close: both messages arrive, since both had their target before. */
  @Test
  @Verifies({"port.post.target-captured-at-call", "port.post.reentrant-getter-post", "port.post.getter-once"})
  void aGetterMayPostAndThenClose(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", Event::record));
      channel.port1().postMessage(object().accessor("a", "getter", () -> {
        channel.port1().postMessage("inner");
        channel.port1().close();
        return "read";
      }));
    });

    Trace trace = world.settle();
    verifying(
        "port.post.reentrant-getter-post",
        () -> assertThat(trace.event("handler", 0)).has(attribute("data", "inner")));
    verifying(
        "port.post.target-captured-at-call",
        () -> assertThat(trace).dataOf("message").containsExactly("inner", object().with("a", "read")));
    verifying("port.post.getter-once", () -> assertThat(trace).called("getter", 1));
  }

  /** A getter that sends the sending port away: by the letter the message has its target still; engines drop it. */
  @Test
  @Verifies("port.xfer.original-post-in-flight")
  void aGetterThatTransfersTheSender(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("post", () -> channel.port1().postMessage(object().accessor("a", () -> {
        carrier.port1().postMessage("sender", transferring(channel.port1()));
        return "read";
      })));
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).postMessage("from the new object"));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).showsOneOf(
        outcome("dropped", t -> assertThat(t).dataOf("message").containsExactly("from the new object")),
        outcome("delivered", t -> assertThat(t).dataOf("message")
            .containsExactly(object().with("a", "read"), "from the new object")));
  }

  /** A getter that sends the target away: the message goes into its queue and travels with it. */
  @Test
  @Verifies({"port.post.target-captured-at-call", "port.post.final-target"})
  void aGetterThatTransfersTheTargetSendsTheMessageAfterIt(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      channel.port1().postMessage(object().accessor("a", () -> {
        carrier.port1().postMessage("target", transferring(channel.port2()));
        return "read";
      }));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying(
        "port.post.target-captured-at-call",
        () -> assertThat(trace).dataOf("message").containsExactly(object().with("a", "read"), "next"));
    verifying("port.post.final-target", () -> assertThat(trace).called("old", 0).called("new", 2));
  }
}
