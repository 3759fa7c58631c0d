package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What follows a message that cannot be deserialized: HTML, "message port post message steps", the task, step 4. */
class MessagesAfterAnErrorTest {

  /** Messages before and after the one that fails arrive, and there is one event for each. */
  @Test
  @Verifies({"port.post.messageerror-continues", "port.post.messageerror-exclusive"})
  void otherMessagesArrive(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessageerror(reaction("failed", event -> {}).called(2));
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage("before");
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage("after");
    });

    Trace trace = world.settle();
    verifying(
        "port.post.messageerror-continues",
        () -> assertThat(trace).dataOf("message").containsExactly("before", "after"));
    verifying(
        "port.post.messageerror-exclusive",
        () -> assertThat(trace).marks("received", "failed", "failed", "received"));
  }

  /** With nobody to hear of the failure, the next message arrives all the same. */
  @Test
  @Verifies("port.post.messageerror-continues")
  void aFailureThatNobodyHearsIsConsumed(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage("after");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("after");
  }

  /** An exception of the messageerror handler stops nothing either. */
  @Test
  @Verifies("port.post.messageerror-continues")
  void anExceptionOfTheMessageerrorHandlerStopsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessageerror(reaction("failed", event -> raise("boom")));
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage("after");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("after");
    assertThat(world.settle()).marks("failed", "reported", "received").reported("boom");
  }

  /** An exception of one messageerror listener stops neither the next one nor the next message. */
  @Test
  @Verifies({"port.post.messageerror-continues", "event.dispatch.exception-isolated"})
  void anExceptionOfAMessageerrorListenerStopsNoOther(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("messageerror", reaction("throwing", event -> raise("boom")));
      channel.port2().addEventListener("messageerror", reaction("next", Event::record));
      channel.port2().onmessage(reaction("received", Event::record));
      channel.port1().postMessage(undeserializable());
      channel.port1().postMessage("after");
    });

    verifying(
        "event.dispatch.exception-isolated",
        () -> assertThat(world.settle()).marks("throwing", "next", "received").mayReport());
    verifying(
        "port.post.messageerror-continues",
        () -> {
          assertThat(world.settle().event("next")).has(attribute("type", "messageerror"), attribute("data", null));
          assertThat(world.settle()).dataOf("message").containsExactly("after");
        });
  }

  /** What the handler of the error posts arrives. */
  @Test
  @Verifies("port.post.messageerror-continues")
  void theHandlerOfTheErrorMayPost(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      channel.port2().onmessageerror(event -> channel.port2().postMessage("send it again"));
      channel.port2().start();
      channel.port1().postMessage(undeserializable());
    });

    assertThat(world.settle()).dataOf("message").containsExactly("send it again");
  }
}
