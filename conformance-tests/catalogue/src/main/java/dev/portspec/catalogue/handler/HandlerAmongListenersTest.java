package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Handlers beside listeners: HTML, "activate an event handler", "deactivate an event handler". */
class HandlerAmongListenersTest {

  /** A handler keeps the place that it took first when its value changes. */
  @Test
  @Verifies("handler.first-set-position")
  void anotherHandlerTakesThePlaceOfTheFirst(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("A", event -> {}));
      channel.port2().onmessage(reaction("H1", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("B", event -> {}));
      channel.port2().onmessage(reaction("H2", event -> {}));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("A", "H2", "B");
  }

  /** A handler that is set again after null takes a new place, the last. */
  @Test
  @Verifies("handler.reactivation-moves-last")
  void aHandlerThatIsSetAfterNullIsTheLast(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("A", event -> {}));
      channel.port2().onmessage(reaction("H1", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("B", event -> {}));
      channel.port2().onmessage(null);
      channel.port2().onmessage(reaction("H2", event -> {}));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("A", "B", "H2");
  }

  /** A handler that was set to null is not called. */
  @Test
  @Verifies("handler.null-deactivates")
  void aHandlerThatWasSetToNullIsNotCalled(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("nulled", event -> {}).neverCalled());
      channel.port2().onmessage(null);
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("nulled");
  }

  /** The same function may be handler and listener, and is called for both. */
  @Test
  @Verifies("handler.coexists")
  void oneFunctionMayBeHandlerAndListener(World world) {
    Channel channel = world.window().newChannel();
    Reaction both = reaction("both", Event::record);

    world.window().run(() -> {
      channel.port2().onmessage(both);
      channel.port2().addEventListener("message", both);
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m", "m");
  }

  /** Taking the listener away leaves the handler, and the other way round. */
  @Test
  @Verifies("handler.coexists")
  void listenersStayWhenTheHandlerGoes(World world) {
    Channel channel = world.window().newChannel();
    Reaction both = reaction("both", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", both);
      channel.port2().onmessage(both);
      channel.port2().onmessage(null);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** removeEventListener does not find the handler's function. */
  @Test
  @Verifies("handler.removeeventlistener-no-effect")
  void removeEventListenerDoesNotRemoveTheHandler(World world) {
    Channel channel = world.window().newChannel();
    Reaction handler = reaction("handler", Event::record);

    world.window().run(() -> {
      channel.port2().onmessage(handler);
      channel.port2().removeEventListener("message", handler);
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** A handler is no capture listener: one that comes after it runs before it. */
  @Test
  @Verifies("handler.noncapture")
  void aCaptureListenerRunsBeforeTheHandler(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      channel.port2().addEventListener("message", reaction("capture", event -> {}), capture());
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("capture", "handler");
  }

  /** And its stopPropagation keeps the handler from running. */
  @Test
  @Verifies("handler.noncapture")
  void aCaptureListenerMayKeepTheHandlerFromRunning(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("stops", Event::stopImmediatePropagation), capture());
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("stops", 1).neverCalled("handler");
  }
}
