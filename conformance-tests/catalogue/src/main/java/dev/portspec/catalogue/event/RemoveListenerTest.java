package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.once;
import static dev.portspec.harness.Vocabulary.passive;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Removing listeners: DOM, {@code removeEventListener}. */
class RemoveListenerTest {

  /** A listener that is removed is not called any more. */
  @Test
  @Verifies("event.remove.matches")
  void aRemovedListenerIsNotCalled(World world) {
    Channel channel = world.window().newChannel();
    Reaction removed = reaction("removed", event -> {}).neverCalled();

    world.window().run(() -> {
      channel.port2().addEventListener("message", removed);
      channel.port2().addEventListener("message", reaction("stays", Event::record));
      channel.port2().removeEventListener("message", removed);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("removed");
  }

  /** Removing what is not there is no error, and removes nothing else. */
  @Test
  @Verifies("event.remove.matches")
  void removingAnUnknownListenerChangesNothing(World world) {
    Channel channel = world.window().newChannel();
    Reaction stays = reaction("stays", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", stays);
      attempt("another function", () ->
          channel.port2().removeEventListener("message", reaction("another", event -> {}).neverCalled()));
      attempt("another type", () -> channel.port2().removeEventListener("other", stays));
      attempt("another port", () -> channel.port1().removeEventListener("message", stays));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().outcome("another function")).returned();
    assertThat(world.settle().outcome("another type")).returned();
    assertThat(world.settle().outcome("another port")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** once and passive do not matter for what is removed. */
  @Test
  @Verifies("event.remove.matches")
  void otherOptionsDoNotMatter(World world) {
    Channel channel = world.window().newChannel();
    Reaction once = reaction("once", event -> {}).neverCalled();
    Reaction passive = reaction("passive", event -> {}).neverCalled();
    Reaction plain = reaction("plain", event -> {}).neverCalled();

    world.window().run(() -> {
      channel.port2().addEventListener("message", once, once());
      channel.port2().addEventListener("message", passive, passive());
      channel.port2().addEventListener("message", plain);
      channel.port2().addEventListener("message", reaction("stays", Event::record));
      channel.port2().removeEventListener("message", once);
      channel.port2().removeEventListener("message", passive);
      channel.port2().removeEventListener("message", plain, once(), passive());
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("once").neverCalled("passive").neverCalled("plain");
  }

  /** capture does: the other of the two listeners of one function stays. */
  @Test
  @Verifies("event.remove.matches")
  void captureMatters(World world) {
    Channel channel = world.window().newChannel();
    Reaction plain = reaction("plain", Event::record);
    Reaction capturing = reaction("capturing", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message", capturing, capture());
      channel.port2().addEventListener("message", plain);
      channel.port2().removeEventListener("message", plain, capture());
      channel.port2().removeEventListener("message", capturing);
      channel.port2().start();
      channel.port1().postMessage("a");
    });
    world.settle();
    world.window().run(() -> {
      channel.port2().removeEventListener("message", plain);
      channel.port2().removeEventListener("message", capturing, capture());
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("plain")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("capturing")).dataOf("message").containsExactly("a");
  }
}
