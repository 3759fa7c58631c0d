package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A port that was enabled stays so: HTML, "port message queue", "once enabled it can never be disabled again". */
class EnabledQueueTest {

  /** Taking the handler away does not disable the port: what comes in the meantime is lost, not kept. */
  @Test
  @Verifies("port.queue.enabled-is-permanent")
  void removingTheHandlerDoesNotDisable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("first", Event::record));
      channel.port1().postMessage("seen");
    });
    world.settle();
    window.run(() -> {
      channel.port2().onmessage(null);
      channel.port1().postMessage("unseen");
    });
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(reaction("second", Event::record));
      channel.port1().postMessage("seen again");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("seen");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("seen again");
  }

  /** Removing every listener does not disable the port, and a listener added later needs no start(). */
  @Test
  @Verifies("port.queue.enabled-is-permanent")
  void removingEveryListenerDoesNotDisable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Reaction first = reaction("first", Event::record);
    window.run(() -> {
      channel.port2().addEventListener("message", first);
      channel.port2().start();
      channel.port1().postMessage("seen");
    });
    world.settle();
    window.run(() -> {
      channel.port2().removeEventListener("message", first);
      channel.port1().postMessage("unseen");
    });
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("second", Event::record));
      channel.port1().postMessage("seen again");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("seen");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("seen again");
  }

  /** A handler that was null from the beginning to the end keeps nothing either. */
  @Test
  @Verifies("port.queue.enabled-is-permanent")
  void aPortThatNeverHadAListenerDoesNotKeepMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().start();
      channel.port2().onmessage(null);
      channel.port2().onmessage(null);
    });
    for (String message : List.of("unseen 1", "unseen 2", "unseen 3")) {
      channel.port1().postMessage(message);
      world.settle();
    }

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }

  /** Messages to an enabled port are delivered task after task, without a further call. */
  @Test
  @Verifies("port.queue.enabled-source")
  void messagesArriveWithoutAFurtherCall(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port2().onmessage(Event::record);
    world.settle();

    for (String message : List.of("a", "b", "c")) {
      channel.port1().postMessage(message);
      world.settle();
    }

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c");
  }

  /** It does not matter whether the port was enabled before it had a listener. */
  @Test
  @Verifies("port.queue.enabled-source")
  void aPortStartedBeforeItHasAListenerDelivers(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port2().start();
    channel.port2().addEventListener("message", Event::record);

    channel.port1().postMessage("m");

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }
}
