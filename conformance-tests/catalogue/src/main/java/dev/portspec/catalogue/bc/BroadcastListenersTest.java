package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.once;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A channel as an event target: HTML, the interface BroadcastChannel. */
class BroadcastListenersTest {

  /** Listeners of any type can be added, and are called in the order of adding. */
  @Test
  @Verifies("bc.inherits-eventtarget")
  void listenersAreCalled(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.addEventListener("message", reaction("first", event -> {}));
      receiver.addEventListener("other type", reaction("never", event -> {}).neverCalled());
      receiver.addEventListener("message", reaction("second", event -> {}));
      sender.postMessage("m");
    });

    assertThat(world.settle()).marks("first", "second").neverCalled("never");
  }

  /** A listener that was removed is not called any more. */
  @Test
  @Verifies("bc.inherits-eventtarget")
  void listenersCanBeRemoved(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      Reaction removed = reaction("removed", event -> {}).neverCalled();
      receiver.addEventListener("message", removed);
      receiver.addEventListener("message", Event::record);
      receiver.removeEventListener("message", removed);
      sender.postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("removed");
  }

  /** Options of listeners work as on other targets. */
  @Test
  @Verifies("bc.inherits-eventtarget")
  void listenersHaveOptions(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.addEventListener("message", reaction("once", Event::record), once());
      receiver.addEventListener("message", reaction("always", Event::record));
      sender.postMessage("a");
      sender.postMessage("b");
    });

    assertThat(world.settle().by("once")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("always")).dataOf("message").containsExactly("a", "b");
  }

  /** Events can be dispatched at it by script, at a closed one too, and reach no other channel of the name. */
  @Test
  @Verifies("bc.inherits-eventtarget")
  void eventsCanBeDispatchedAtIt(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");
    BroadcastHandle other = window.newBroadcastChannel("news");

    window.run(() -> {
      channel.addEventListener("message", reaction("listener", event -> {}).called(2));
      other.addEventListener("message", reaction("other", event -> {}).neverCalled());
      attempt("open", () -> channel.dispatchEvent(window.newMessageEvent("message")));
      channel.close();
      attempt("closed", () -> channel.dispatchEvent(window.newMessageEvent("message")));
    });

    assertThat(world.settle()).marks("listener", "open", "listener", "closed").neverCalled("other");
    assertThat(world.settle().outcome("open")).returned(true);
    assertThat(world.settle().outcome("closed")).returned(true);
  }

  /** It is an instance of EventTarget. */
  @Test
  @Verifies("bc.inherits-eventtarget")
  void itIsAnInstanceOfEventTarget(World world) {
    BroadcastHandle channel = world.window().newBroadcastChannel("news");

    world.window().run(() -> observe("is", js("return args[0] instanceof EventTarget", channel)));

    assertThat(world.settle().observed("is")).isEqualTo(true);
  }
}
