package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Setting onmessage again: HTML, "Message ports", which speaks of the first time only. */
class LaterOnmessageTest {

  /** Of two handlers set one after the other the second gets what waited, once. */
  @Test
  @Verifies("port.onmessage.later-set-no-effect")
  void aSecondHandlerInTheSameTaskTakesOver(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    window.run(() -> {
      channel.port2().onmessage(reaction("first", event -> {}).neverCalled());
      channel.port2().onmessage(reaction("second", Event::record));
    });

    assertThat(world.settle().by("second")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).neverCalled("first");
  }

  /** A handler that is set later sees nothing of what was dispatched before. */
  @Test
  @Verifies("port.onmessage.later-set-no-effect")
  void settingAgainRepeatsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("first", Event::record));
      channel.port1().postMessage("a");
    });
    world.settle();
    channel.port2().onmessage(reaction("second", Event::record));
    world.settle();

    channel.port1().postMessage("b");

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("b");
  }

  /** What came while the handler was null is lost: setting a handler again does not bring it back. */
  @Test
  @Verifies("port.onmessage.later-set-no-effect")
  void settingAfterNullBringsNothingBack(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Reaction handler = reaction("handler", Event::record);
    window.run(() -> {
      channel.port2().onmessage(handler);
      channel.port2().onmessage(null);
      channel.port1().postMessage("unseen");
    });
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(handler);
      channel.port1().postMessage("seen");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("seen");
  }

  /** A handler set inside a handler takes over with the next message. */
  @Test
  @Verifies("port.onmessage.later-set-no-effect")
  void aHandlerSetInsideAHandlerTakesOver(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("first", event -> {
            event.record();
            channel.port2().onmessage(reaction("second", Event::record));
          }));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().postMessage("c");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("b", "c");
  }

  /** Setting onmessage on a port that start() has enabled repeats nothing. */
  @Test
  @Verifies("port.onmessage.later-set-no-effect")
  void settingAfterStartAndNullRepeatsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().start();
      channel.port2().onmessage(null);
      channel.port1().postMessage("a");
    });
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", Event::record));
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("b");
  }
}
