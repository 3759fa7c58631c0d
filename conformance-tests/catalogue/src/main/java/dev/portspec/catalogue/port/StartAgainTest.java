package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A second start(): HTML, "The start() method steps". */
class StartAgainTest {

  /** Starting twice in one task throws nothing and delivers nothing twice. */
  @Test
  @Verifies("port.start.idempotent")
  void startingTwiceInOneTask(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waited");

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port2().start();
      attempt("again", () -> channel.port2().start());
      channel.port1().postMessage("after");
    });

    assertThat(world.settle().outcome("again")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("waited", "after");
  }

  /** Nor does a start() in a later task, when messages have been taken. */
  @Test
  @Verifies("port.start.idempotent")
  void startingAgainLater(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port2().start();
      channel.port1().postMessage("a");
    });
    world.settle();
    channel.port2().start();
    world.settle();

    window.run(() -> {
      channel.port1().postMessage("b");
      channel.port2().start();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b");
  }

  /** start() after onmessage was set is a second start. */
  @Test
  @Verifies("port.start.idempotent")
  void startingAfterOnmessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waited");

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("start", () -> channel.port2().start());
      channel.port1().postMessage("after");
    });

    assertThat(world.settle().outcome("start")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("waited", "after");
  }

  /** start() inside a handler of the same port, with messages waiting, repeats and loses none of them. */
  @Test
  @Verifies("port.start.idempotent")
  void startingInsideAHandlerOfThePort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("handler", event -> {
            channel.port2().start();
            event.record();
            channel.port2().start();
          }));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().postMessage("c");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c");
  }

  /** start() inside a handler of the same port dispatches nothing there, though messages wait. */
  @Test
  @Verifies({"port.start.idempotent", "port.start.async-delivery"})
  void startingInsideAHandlerDispatchesNothingThere(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("handler", event -> {
        mark("enter");
        channel.port2().start();
        mark("leave");
        event.record();
      }));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port2().start();
    });

    verifying("port.start.async-delivery",
        () -> assertThat(world.settle()).marks("enter", "leave", "enter", "leave"));
    verifying("port.start.idempotent", () -> assertThat(world.settle()).dataOf("message").containsExactly("a", "b"));
  }
}
