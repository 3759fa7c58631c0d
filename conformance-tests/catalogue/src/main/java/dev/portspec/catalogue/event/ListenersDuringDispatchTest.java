package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Listeners that come and go while an event is dispatched: DOM, "invoke", step 6, and "inner invoke", step 2. */
class ListenersDuringDispatchTest {

  /** A listener that is added while its pass is running waits for the next message. */
  @Test
  @Verifies("event.dispatch.snapshot")
  void anAddedListenerWaitsForTheNextMessage(World world) {
    Channel channel = world.window().newChannel();
    Reaction added = reaction("added", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("adds", event -> channel.port2().addEventListener("message", added), event -> {}));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("b");
  }

  /** So does one that is added while another listener has yet to run. */
  @Test
  @Verifies("event.dispatch.snapshot")
  void aListenerThatIsAddedBehindAnotherWaits(World world) {
    Channel channel = world.window().newChannel();
    Reaction added = reaction("added", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("adds", event -> channel.port2().addEventListener("message", added), event -> {}));
      channel.port2().addEventListener("message", reaction("last", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("last")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("added")).dataOf("message").containsExactly("b");
  }

  /** So does a handler that is set for the first time. */
  @Test
  @Verifies("event.dispatch.snapshot")
  void aHandlerThatIsSetWaitsForTheNextMessage(World world) {
    Channel channel = world.window().newChannel();
    Reaction handler = reaction("handler", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("sets", event -> channel.port2().onmessage(handler), event -> {}));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("b");
  }

  /** A listener that is removed before its turn is not called, then or later. */
  @Test
  @Verifies("event.dispatch.removed-skipped")
  void aRemovedListenerLosesItsTurn(World world) {
    Channel channel = world.window().newChannel();
    Reaction removed = reaction("removed", event -> {}).neverCalled();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("removes",
          event -> channel.port2().removeEventListener("message", removed), event -> {}));
      channel.port2().addEventListener("message", removed);
      channel.port2().addEventListener("message", reaction("last", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).neverCalled("removed");
  }

  /** A listener that removes one that has run takes the turn of none. */
  @Test
  @Verifies("event.dispatch.removed-skipped")
  void removingAnEarlierListenerTakesNoTurn(World world) {
    Channel channel = world.window().newChannel();
    Reaction earlier = reaction("earlier", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", earlier);
      channel.port2().addEventListener("message", reaction("removes",
          event -> channel.port2().removeEventListener("message", earlier), event -> {}));
      channel.port2().addEventListener("message", reaction("next", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("earlier")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("next")).dataOf("message").containsExactly("a", "b");
  }

  /** A listener that is removed and added again before its turn waits for the next message. */
  @Test
  @Verifies("event.dispatch.readded-not-called")
  void aListenerThatIsAddedAgainWaits(World world) {
    Channel channel = world.window().newChannel();
    Reaction again = reaction("again", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("readds", event -> {
        channel.port2().removeEventListener("message", again);
        channel.port2().addEventListener("message", again);
      }, event -> {}));
      channel.port2().addEventListener("message", again);
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("b");
  }

  /** So does a handler that is set to null and set again. */
  @Test
  @Verifies("event.dispatch.readded-not-called")
  void aHandlerThatIsSetAgainWaits(World world) {
    Channel channel = world.window().newChannel();
    Reaction again = reaction("again", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("resets", event -> {
        channel.port2().onmessage(null);
        channel.port2().onmessage(again);
      }, event -> {}));
      channel.port2().onmessage(again);
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("b");
  }
}
