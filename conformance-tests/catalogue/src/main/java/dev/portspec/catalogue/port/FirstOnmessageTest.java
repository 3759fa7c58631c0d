package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The first time that onmessage is set: HTML, "Message ports", "as if the start() method had been called". */
class FirstOnmessageTest {

  /** With a handler set, messages arrive without start(), earlier ones and later ones. */
  @Test
  @Verifies("port.onmessage.first-set-enables")
  void aHandlerNeedsNoStart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("earlier");
    world.settle();
    channel.port2().onmessage(Event::record);
    world.settle();

    channel.port1().postMessage("later");

    assertThat(world.settle()).dataOf("message").containsExactly("earlier", "later");
  }

  /** Setting the handler serves the listeners that are there as well. */
  @Test
  @Verifies("port.onmessage.first-set-enables")
  void aHandlerStartsThePortForListenersToo(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("m");
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().onmessage(reaction("handler", Event::record));
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("m");
  }

  /** A handler that is set inside a handler of another port starts its port just so. */
  @Test
  @Verifies("port.onmessage.first-set-enables")
  void aHandlerSetInsideAHandlerStartsItsPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().postMessage("waits");
      channel.port2().onmessage(event -> other.port2().onmessage(reaction("other", Event::record)));
      channel.port1().postMessage("go");
    });

    assertThat(world.settle().by("other")).dataOf("message").containsExactly("waits");
  }

  /** null as the first value enables the port: what waited is consumed by nobody. */
  @Test
  @Verifies("port.onmessage.first-set-null-enables")
  void nullAsFirstValueEnables(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("unseen");
    channel.port2().onmessage(null);
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }

  /** A listener that is there receives messages once onmessage was set to null. */
  @Test
  @Verifies("port.onmessage.first-set-null-enables")
  void nullAsFirstValueStartsThePortForListeners(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("m");
      channel.port2().onmessage(null);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** A first value that is no object counts as null, and enables the port. */
  @Test
  @Verifies("port.onmessage.first-set-null-enables")
  void aFirstValueThatIsNoObjectEnables(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("m");
      channel.port2().onValue("message", "no object");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }
}
