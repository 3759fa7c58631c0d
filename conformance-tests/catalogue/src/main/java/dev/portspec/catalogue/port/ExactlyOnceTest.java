package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A message leaves its queue when it is dispatched: HTML, "port message queue". */
class ExactlyOnceTest {

  /** Of messages posted before, during and after the start each is dispatched once. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void messagesAroundTheStartAreDispatchedOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });
    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("c");
      channel.port2().start();
      channel.port1().postMessage("d");
    });
    world.settle();

    channel.port1().postMessage("e");

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c", "d", "e");
  }

  /** Two listeners and a handler see each message once. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void everyListenerSeesAMessageOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("first", Event::record));
      channel.port2().onmessage(reaction("handler", Event::record));
      channel.port2().addEventListener("message", reaction("second", Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("a", "b");
  }

  /** A message that was dispatched does not come back for a listener that is added later. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void aDispatchedMessageDoesNotComeBack(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("early", Event::record));
      channel.port1().postMessage("a");
    });
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("late", Event::record));
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("early")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("late")).dataOf("message").containsExactly("b");
  }

  /** Equal messages are so many messages. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void equalMessagesAreAllDispatched(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("same");
      channel.port1().postMessage("same");
      channel.port1().postMessage("same");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("same", "same", "same");
  }

  /** A message whose handler throws is not dispatched again. */
  @Test
  @Verifies("port.delivery.exactly-once")
  void aMessageWhoseHandlerThrowsIsNotRepeated(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("handler", event -> {
            event.record();
            raise("boom");
          }, Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).mayReport().dataOf("message").containsExactly("a", "b");
  }
}
