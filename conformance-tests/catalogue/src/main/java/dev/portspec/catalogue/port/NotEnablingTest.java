package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.once;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What does not enable a port: HTML, "Message ports", where only start() and onmessage do. */
class NotEnablingTest {

  /** Adding listeners does not start a port: neither before nor after the message was posted. */
  @Test
  @Verifies("port.addeventlistener.not-enabling")
  void addingListenersDoesNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", reaction("first", Event::record));
      channel.port1().postMessage("m");
      channel.port2().addEventListener("message", reaction("second", Event::record));
    });
    assertThat(world.settle().by("first", "second")).dataOf("message").isEmpty();

    channel.port2().start();

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("m");
  }

  /** Listeners at both ends, and messages that wait at both, start neither end. */
  @Test
  @Verifies("port.addeventlistener.not-enabling")
  void listenersAtBothEndsDoNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
      channel.port1().addEventListener("message", reaction("port1", Event::record));
      channel.port2().addEventListener("message", reaction("port2", Event::record));
    });
    assertThat(world.settle().by("port1", "port2")).dataOf("message").isEmpty();

    channel.port1().start();

    assertThat(world.settle().by("port1")).dataOf("message").containsExactly("back");
    assertThat(world.settle().by("port2")).dataOf("message").isEmpty();
  }

  /** A listener with options does not start a port either. */
  @Test
  @Verifies("port.addeventlistener.not-enabling")
  void aListenerWithOptionsDoesNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", reaction("capture", Event::record), capture());
      channel.port2().addEventListener("message", reaction("once", Event::record), once());
      channel.port1().postMessage("m");
    });
    assertThat(world.settle().by("once", "capture")).dataOf("message").isEmpty();

    channel.port2().start();

    assertThat(world.settle().by("once")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("capture")).dataOf("message").containsExactly("m");
  }

  /** Reading onmessage does not start a port: the message waits and is not consumed unseen. */
  @Test
  @Verifies("port.onmessage.get-does-not-enable")
  void readingOnmessageDoesNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("m");
      observe("onmessage", channel.port2().onmessage());
    });
    assertThat(world.settle()).mayShow("onmessage");

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** Setting onmessageerror does not start a port, whatever it is set to: the message waits. */
  @Test
  @Verifies("port.onmessageerror.not-enabling")
  void settingOnmessageerrorDoesNotEnable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessageerror(reaction("onmessageerror", event -> {}).neverCalled());
      channel.port1().postMessage("m");
      channel.port2().onmessageerror(null);
    });
    world.settle();

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** After onmessageerror was set, it takes start() for a listener to receive what waited. */
  @Test
  @Verifies("port.onmessageerror.not-enabling")
  void aListenerBesideOnmessageerrorWaitsForStart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("m");
      channel.port2().onmessageerror(reaction("onmessageerror", event -> {}).neverCalled());
    });
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().start();
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("m");
  }
}
