package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Messages are dispatched in a task of their own, later: HTML, "message port post message steps", step 7. */
class AsynchronousDeliveryTest {

  /** What follows postMessage in the same script runs before the handler. */
  @Test
  @Verifies("port.delivery.async")
  void theRestOfTheScriptRunsFirst(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      channel.port1().postMessage("m");
      mark("after postMessage");
      channel.port1().start();
      mark("end of script");
    });

    assertThat(world.settle()).marks("after postMessage", "end of script", "handler");
  }

  /** The microtasks of the posting script run before the handler, and so do those that they queue. */
  @Test
  @Verifies("port.delivery.async")
  void theMicrotasksOfTheScriptRunFirst(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      channel.port1().postMessage("m");
      microtask("microtask", () -> microtask("its microtask"));
      mark("end of script");
    });

    assertThat(world.settle()).marks("end of script", "microtask", "its microtask", "handler");
  }

  /** A message that a microtask posts waits for the other microtasks. */
  @Test
  @Verifies("port.delivery.async")
  void aPostInAMicrotaskWaitsForTheOthers(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      microtask("posting", () -> {
        channel.port1().postMessage("m");
        mark("posted");
      });
      microtask("another");
    });

    assertThat(world.settle()).marks("posting", "posted", "another", "handler");
  }

  /** A message that was posted before its port is started is dispatched after the microtasks of the script as well. */
  @Test
  @Verifies("port.delivery.async")
  void whatWaitedIsDispatchedAfterTheMicrotasks(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("waits");
      channel.port2().onmessage(reaction("handler", event -> {}));
      microtask("microtask", () -> microtask("its microtask"));
      mark("end of script");
    });

    assertThat(world.settle()).marks("end of script", "microtask", "its microtask", "handler");
  }

  /** Listeners are called as late as the handler, in both directions. */
  @Test
  @Verifies("port.delivery.async")
  void listenersAreCalledLaterInBothDirections(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("message", reaction("back", event -> {}));
      channel.port2().addEventListener("message", reaction("forth", event -> {}));
      channel.port1().start();
      channel.port2().start();
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
      mark("end of script");
    });

    assertThat(world.settle()).marks("end of script", "back").marks("end of script", "forth");
  }

  /** A handler that is set after the post still gets the message: nothing was dispatched in between. */
  @Test
  @Verifies("port.delivery.async")
  void aHandlerSetLaterInTheScriptGetsTheMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("early", event -> {}).neverCalled());
      channel.port1().postMessage("m");
      channel.port2().onmessage(reaction("late", Event::record));
    });

    assertThat(world.settle().by("late")).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("early");
  }

  /** close() dispatches nothing of what waits: that comes later, if at all. */
  @Test
  @Verifies("port.delivery.async")
  void closingDispatchesNothingAtOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("early", event -> {}).neverCalled());
      channel.port1().postMessage("waits");
      channel.port2().close();
      channel.port2().onmessage(reaction("late", event -> {}).mayBeCalled());
      other.port2().onmessage(reaction("other", Event::record));
      other.port1().postMessage("m");
    });

    assertThat(world.settle()).neverCalled("early");
    assertThat(world.settle().by("other")).dataOf("message").containsExactly("m");
  }

  /** Nor does it in the handler of an earlier message. */
  @Test
  @Verifies("port.delivery.async")
  void closingInAHandlerDispatchesNothingAtOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        channel.port1().postMessage("waits");
        channel.port2().close();
        channel.port2().onmessage(reaction("late", later -> {}).mayBeCalled());
      }, event -> mark("called by close")).called(1));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("handler", 1);
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("m");
  }
}
