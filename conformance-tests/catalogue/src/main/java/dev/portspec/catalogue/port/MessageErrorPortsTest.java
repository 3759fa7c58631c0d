package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A message that carries ports and cannot be deserialized: HTML, StructuredDeserializeWithTransfer, step 3. */
class MessageErrorPortsTest {

  /** The ports of a message that failed are exposed nowhere. */
  @Test
  @Verifies({"port.post.messageerror-loses-ports", "port.post.messageerror-shape"})
  void thePortsOfTheMessageAreLost(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record).neverCalled());
      carrier.port2().onmessageerror(reaction("failed", Event::record));
      carrier.port2().start();
      carrier.port1().postMessage(undeserializable(), transferring(channel.port2()));
      attempt("in transit", () -> channel.port1().postMessage("nobody"));
    });
    world.settle();
    window.attempt("later", () -> channel.port1().postMessage("nobody"));

    Trace trace = world.settle();
    verifying(
        "port.post.messageerror-shape",
        () -> assertThat(trace.event("failed")).has(attribute("data", null), attribute("ports", list().frozen())));
    verifying(
        "port.post.messageerror-loses-ports",
        () -> {
          assertThat(trace.outcome("in transit")).returned();
          assertThat(trace.outcome("later")).returned();
        });
  }

  /** The sender's port is gone as well: it left with the message. */
  @Test
  @Verifies({"port.post.deserialize-at-dispatch", "port.post.messageerror-loses-ports"})
  void theSentPortDoesNotComeBack(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessageerror(reaction("failed", event -> {}));
      carrier.port2().start();
      attempt("post", () -> carrier.port1().postMessage(undeserializable(), transferring(channel.port2())));
    });
    world.settle();
    window.attempt("again", () -> carrier.port1().postMessage("m", transferring(channel.port2())));

    Trace trace = world.settle();
    verifying("port.post.deserialize-at-dispatch", () -> assertThat(trace.outcome("post")).returned());
    verifying(
        "port.post.messageerror-loses-ports",
        () -> assertThat(trace.outcome("again")).threw(DATA_CLONE_ERROR));
  }

  /** A later message brings its ports. */
  @Test
  @Verifies({"port.post.messageerror-continues", "port.post.messageerror-exclusive"})
  void thePortsOfTheNextMessageArrive(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel lost = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessageerror(reaction("failed", Event::record));
      carrier.port2().onmessage(reaction("next", event -> event.port(0).postMessage("through the port")));
      carrier.port1().postMessage(list(undeserializable()), transferring(lost.port2()));
      carrier.port1().postMessage("port", transferring(channel.port2()));
    });

    Trace trace = world.settle();
    verifying(
        "port.post.messageerror-continues",
        () -> assertThat(trace).dataOf("message").containsExactly("through the port"));
    verifying(
        "port.post.messageerror-exclusive",
        () -> {
          assertThat(trace).called("failed", 1).called("next", 1);
          assertThat(trace.event("failed")).has(attribute("type", "messageerror"));
        });
  }
}
