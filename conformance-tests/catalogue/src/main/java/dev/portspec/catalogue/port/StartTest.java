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

/** The method start(): HTML, "The start() method steps". */
class StartTest {

  /** start() delivers what waited and what is posted in later tasks. */
  @Test
  @Verifies("port.start.enables")
  void startDeliversEarlierAndLaterMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("earlier");
    });
    world.settle();
    channel.port2().start();
    world.settle();

    channel.port1().postMessage("later");

    assertThat(world.settle()).dataOf("message").containsExactly("earlier", "later");
  }

  /** A handler of one port can start another one. */
  @Test
  @Verifies("port.start.enables")
  void aHandlerCanStartAnotherPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port2().addEventListener("message", reaction("started", Event::record));
      other.port1().postMessage("a");
      other.port1().postMessage("b");
      channel.port2().onmessage(event -> other.port2().start());
      channel.port1().postMessage("start it");
    });

    assertThat(world.settle().by("started")).dataOf("message").containsExactly("a", "b");
  }

  /** A handler can start the other end of its own channel. */
  @Test
  @Verifies("port.start.enables")
  void aHandlerCanStartItsPartner(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("message", reaction("partner", Event::record));
      channel.port2().postMessage("waits");
      channel.port2().onmessage(event -> {
        channel.port1().start();
        channel.port2().postMessage("follows");
      });
      channel.port1().postMessage("start yourself");
    });

    assertThat(world.settle().by("partner")).dataOf("message").containsExactly("waits", "follows");
  }

  /** A microtask can start a port. */
  @Test
  @Verifies("port.start.enables")
  void aMicrotaskCanStartAPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port1().postMessage("a");
      microtask("starting", () -> channel.port2().start());
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("a");
  }
}
