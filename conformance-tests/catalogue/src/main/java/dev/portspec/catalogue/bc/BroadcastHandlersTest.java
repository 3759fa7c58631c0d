package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event handler attributes of a channel: HTML, the table of BroadcastChannel's event handlers. */
class BroadcastHandlersTest {
  private static final List<String> TYPES = List.of("message", "messageerror");

  /** Both are null until they are set. */
  @Test
  @Verifies("bc.handlers")
  void theHandlersAreNullAtFirst(World world) {
    BroadcastHandle channel = world.window().newBroadcastChannel("news");

    world.window().run(() -> {
      observe("onmessage", channel.onmessage());
      observe("onmessageerror", channel.onmessageerror());
    });

    assertThat(world.settle().observed("onmessage")).isEqualTo(null);
    assertThat(world.settle().observed("onmessageerror")).isEqualTo(null);
  }

  /** Each returns what it was last set to, and does not touch the other. */
  @Test
  @Verifies("bc.handlers")
  void aHandlerReturnsWhatItWasSetTo(World world) {
    BroadcastHandle channel = world.window().newBroadcastChannel("news");
    Reaction handler = reaction("handler", event -> {}).neverCalled();
    Reaction ofErrors = reaction("of errors", event -> {}).neverCalled();

    world.window().run(() -> {
      channel.onmessage(handler);
      channel.onmessageerror(ofErrors);
      observe("onmessage", channel.onmessage());
      observe("onmessageerror", channel.onmessageerror());
      channel.onmessage(null);
      observe("after null", channel.onmessage());
      observe("other after null", channel.onmessageerror());
      observe("handler", handler);
      observe("of errors", ofErrors);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("onmessage")).isSameAs(trace.observed("handler"));
    assertThat(trace.observed("onmessageerror")).isSameAs(trace.observed("of errors"));
    assertThat(trace.observed("after null")).isEqualTo(null);
    assertThat(trace.observed("other after null")).isSameAs(trace.observed("of errors"));
  }

  /** A handler is called for its own type only. */
  @Test
  @Verifies("bc.handlers")
  void eachHandlerHasItsType(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      channel.onmessage(reaction("onmessage", event -> {}));
      channel.onmessageerror(reaction("onmessageerror", event -> {}));
      channel.dispatchEvent(window.newMessageEvent("messageerror"));
      channel.dispatchEvent(window.newMessageEvent("message"));
    });

    assertThat(world.settle()).marks("onmessageerror", "onmessage");
  }

  /** A handler keeps the place of the first that was set. */
  @Test
  @Verifies("bc.handlers")
  void aHandlerKeepsTheFirstPlace(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      for (String type : TYPES) {
        channel.on(type, reaction(type + " replaced", event -> {}).neverCalled());
        channel.addEventListener(type, reaction(type + " listener", event -> {}));
        channel.on(type, reaction(type + " handler", event -> {}));
        channel.dispatchEvent(window.newMessageEvent(type, object()));
      }
    });

    assertThat(world.settle()).marks(
        "message handler", "message listener", "messageerror handler", "messageerror listener");
    assertThat(world.settle()).neverCalled("message replaced").neverCalled("messageerror replaced");
  }

  /** After null nobody is called, and what is set then stands last. */
  @Test
  @Verifies("bc.handlers")
  void aHandlerMovesLastAfterNull(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Reaction handler = reaction("handler", Event::record);

    window.run(() -> {
      receiver.onmessage(handler);
      receiver.addEventListener("message", reaction("listener", Event::record));
      receiver.onmessage(null);
      sender.postMessage("a");
    });
    world.settle();
    window.run(() -> {
      receiver.onmessage(handler);
      sender.postMessage("b");
    });

    assertThat(world.settle()).marks("listener", "listener", "handler");
    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "b");
  }

  /** Channels of one name have handlers of their own. */
  @Test
  @Verifies("bc.handlers")
  void eachChannelHasItsOwn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(reaction("first", Event::record));
      observe("of the second", second.onmessage());
      second.onmessage(reaction("second", Event::record));
      sender.onmessage(reaction("nulled", event -> {}).neverCalled());
      sender.onmessage(null);
      sender.postMessage("m");
    });

    assertThat(world.settle().observed("of the second")).isEqualTo(null);
    assertThat(world.settle().by("first")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("nulled");
  }
}
