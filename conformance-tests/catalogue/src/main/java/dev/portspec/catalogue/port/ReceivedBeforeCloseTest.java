package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What a port had received when it was closed: HTML, the close() method of MessagePort, and gap 6 of the issues. */
class ReceivedBeforeCloseTest {

  /** Messages that are queued at a started port when it is closed: both arrive, or neither. */
  @Test
  @Verifies("port.close.received-queue-survives")
  void aStartedPortIsClosedWithMessagesInItsQueue(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port2().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("one", "two")),
        outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty()));
  }

  /** A port that is started between its messages, and closed then. */
  @Test
  @Verifies("port.close.received-queue-survives")
  void aPortThatIsStartedBetweenItsMessagesIsClosed(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port2().onmessage(reaction("handler", Event::record).mayBeCalled());
      channel.port1().postMessage("two");
      channel.port2().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("one", "two")),
        outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty()));
  }

  /** A port that is closed in the handler of its first message: the second arrives, or does not. */
  @Test
  @Verifies("port.close.inside-handler-rest-survives")
  void aPortIsClosedInItsHandlerWithMessagesInItsQueue(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        channel.port2().close();
      }, Event::record));
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("one", "two")),
        outcome("dropped", t -> assertThat(t).dataOf("message").containsExactly("one")));
  }

  /** A port that was closed before it was ever started, and is started in the same task. */
  @Test
  @Verifies("port.close.then-start-delivers")
  void aClosedPortIsStartedInTheSameTask(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port2().close();
      channel.port2().start();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("one", "two")),
        outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty()));
  }

  /** A port that was closed before it was ever started, and is started in a later task by its handler. */
  @Test
  @Verifies("port.close.then-start-delivers")
  void aClosedPortIsStartedLater(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port2().close();
    });
    world.settle();
    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).showsOneOf(
        outcome("delivered", t -> assertThat(t).dataOf("message").containsExactly("one", "two")),
        outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty()));
  }

  /** The partner is closed in a handler while both queues hold messages: what the partner had sent all arrives. */
  @Test
  @Verifies({"port.close.sent-messages-survive", "port.close.then-start-delivers"})
  void thePartnerIsClosedInAHandlerWithBothQueuesFull(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("open", event -> {
        event.record();
        channel.port1().close();
        channel.port1().onmessage(reaction("closed", Event::record));
      }, Event::record));
      for (int i = 1; i <= 3; i++) {
        channel.port1().postMessage("to 2, " + i);
        channel.port2().postMessage("to 1, " + i);
      }
    });

    verifying("port.close.sent-messages-survive", () -> assertThat(world.settle().by("open")).dataOf("message")
        .containsExactly("to 2, 1", "to 2, 2", "to 2, 3"));
    verifying("port.close.then-start-delivers", () -> assertThat(world.settle().by("closed")).showsOneOf(
        outcome("delivered",
            t -> assertThat(t).dataOf("message").containsExactly("to 1, 1", "to 1, 2", "to 1, 3")),
        outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty())));
  }
}
