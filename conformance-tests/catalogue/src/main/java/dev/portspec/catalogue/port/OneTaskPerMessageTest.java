package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Each message is a task of its own: HTML, "message port post message steps", step 7. */
class OneTaskPerMessageTest {

  /** What the first message's handler leaves as microtasks runs before the second message. */
  @Test
  @Verifies("port.delivery.task-per-message")
  void microtasksOfOneMessageRunBeforeTheNext(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("handler", event -> microtask("microtask"), event -> microtask("microtask")));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "microtask", "handler", "microtask");
  }

  /** Chains of microtasks are drained as well before the next message. */
  @Test
  @Verifies("port.delivery.task-per-message")
  void microtasksOfMicrotasksRunBeforeTheNext(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("handler", event -> microtask("outer", () -> microtask("inner")), event -> {}));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "outer", "inner", "handler");
  }

  /** A microtask of the first message can put another handler in place for the second. */
  @Test
  @Verifies("port.delivery.task-per-message")
  void aMicrotaskOfOneMessageCanReplaceTheHandlerOfTheNext(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("first", event -> {
            event.record();
            microtask("replacing", () -> channel.port2().onmessage(reaction("second", Event::record)));
          }));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("b");
  }
}
