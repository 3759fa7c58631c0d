package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A message that cannot be deserialized: HTML, "message port post message steps", the task, step 4. */
class MessageErrorTest {

  /** The sender does not learn of it; the receiver does, and only once its port is enabled. */
  @Test
  @Verifies("port.post.deserialize-at-dispatch")
  void theFailureShowsWhereAndWhenTheMessageIsDispatched(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessageerror(reaction("failed", event -> {}).called(1));
      attempt("post", () -> channel.port1().postMessage(undeserializable()));
    });
    world.settle();
    window.run(() -> {
      observe("not yet enabled", true);
      channel.port2().start();
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).marks("post", "not yet enabled", "failed");
  }

  /** The event is a messageerror, at the port that dispatches the message. */
  @Test
  @Verifies("port.post.messageerror")
  void messageerrorIsFiredAtThePort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("messageerror", reaction("failed", event -> {
        event.record();
        observe("target", event.target());
      }));
      channel.port2().start();
      channel.port1().postMessage(undeserializable());
      observe("port", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.event("failed")).has(attribute("type", "messageerror"));
    assertThat(trace.observed("target")).isSameAs(trace.observed("port"));
  }

  /** A part that cannot be deserialized makes the whole message fail. */
  @Test
  @Verifies({"port.post.messageerror", "port.post.messageerror-exclusive"})
  void aMessageIsNotReceivedInPart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessageerror(reaction("failed", Event::record));
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage(list("good", undeserializable()));
    });

    Trace trace = world.settle();
    verifying("port.post.messageerror", () -> assertThat(trace).called("failed", 1));
    verifying(
        "port.post.messageerror-exclusive",
        () -> {
          assertThat(trace).called("received", 0);
          assertThat(trace.event("failed")).has(attribute("type", "messageerror"));
        });
  }

  /** It is a trusted MessageEvent in which everything is as by default. */
  @Test
  @Verifies("port.post.messageerror-shape")
  void theEventOfAFailureIsEmpty(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessageerror(reaction("failed", Event::record));
      channel.port2().start();
      channel.port1().postMessage(undeserializable());
    });

    assertThat(world.settle().event("failed"))
        .has(
            attribute("interface", "MessageEvent"),
            attribute("isTrusted", true),
            attribute("data", null),
            attribute("origin", ""),
            attribute("lastEventId", ""),
            attribute("source", null),
            attribute("ports", list().frozen()),
            attribute("bubbles", false),
            attribute("cancelable", false),
            attribute("composed", false));
  }
}
