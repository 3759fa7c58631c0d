package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** An enabled port that nobody listens to: HTML, "message port post message steps", step 7. */
class NoListenerTest {

  /** A started port without a listener consumes its messages. */
  @Test
  @Verifies("port.delivery.no-listener-consumes")
  void aStartedPortConsumesUnseen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().start();
      channel.port1().postMessage("unseen 1");
      channel.port1().postMessage("unseen 2");
    });
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }

  /** A listener of another type does not change that. */
  @Test
  @Verifies("port.delivery.no-listener-consumes")
  void aListenerOfAnotherTypeDoesNotKeepMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("other", reaction("other", event -> {}).neverCalled());
      channel.port2().start();
      channel.port1().postMessage("unseen");
    });
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }

  /** Messages that waited are consumed too when the port is started without a listener. */
  @Test
  @Verifies("port.delivery.no-listener-consumes")
  void messagesThatWaitedAreConsumedUnseen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waited");
    world.settle();
    channel.port2().start();
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }
}
