package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.signal;

import dev.portspec.harness.Abort;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Signals of listeners: DOM, "add an event listener", steps 2 and 6. */
class ListenerSignalTest {

  /** With a signal that is aborted already no listener is added. */
  @Test
  @Verifies("event.add.aborted-signal")
  void anAbortedSignalKeepsAListenerOut(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      abort.abort();
      channel.port2().addEventListener(
          "message", reaction("aborted", event -> {}).neverCalled(), signal(abort.signal()));
      channel.port2().addEventListener("message", reaction("plain", Event::record));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().by("plain")).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("aborted");
  }

  /** A signal that is aborted later takes its listener away, and no other. */
  @Test
  @Verifies("event.add.aborted-signal")
  void aSignalTakesItsListenerAway(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("with signal", Event::record), signal(abort.signal()));
      channel.port2().addEventListener("message", reaction("plain", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
    });
    world.settle();
    window.run(() -> {
      abort.abort();
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("with signal")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("plain")).dataOf("message").containsExactly("a", "b");
  }

  /** It takes a listener away in the middle of a dispatch, too. */
  @Test
  @Verifies("event.add.aborted-signal")
  void aSignalTakesItsListenerAwayBeforeItsTurn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("aborts", event -> abort.abort()));
      channel.port2().addEventListener(
          "message", reaction("with signal", event -> {}).neverCalled(), signal(abort.signal()));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("aborts", 1).neverCalled("with signal");
  }

  /** One signal takes away all the listeners that were added with it. */
  @Test
  @Verifies("event.add.aborted-signal")
  void aSignalTakesAllItsListenersAway(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("first", event -> {}).neverCalled(), signal(abort.signal()));
      channel.port2().addEventListener("message", reaction("second", event -> {}).neverCalled(), signal(abort.signal()));
      channel.port2().addEventListener("message", reaction("plain", Event::record));
      channel.port2().start();
      abort.abort();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().by("plain")).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("first").neverCalled("second");
  }

  /** Adding a listener again with a signal changes nothing: the signal is not that of the first. */
  @Test
  @Verifies("event.add.duplicate-ignored")
  void theSignalOfADuplicateTakesNothingAway(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      Reaction listener = reaction("listener", Event::record);
      channel.port2().addEventListener("message", listener);
      channel.port2().addEventListener("message", listener, signal(abort.signal()));
      channel.port2().start();
      abort.abort();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** A listener that was removed and added again without the signal is another one: the signal leaves it alone. */
  @Test
  @Verifies("event.add.aborted-signal")
  void theSignalOfARemovedListenerTakesNothingAway(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Abort abort = window.newAbortController();

    window.run(() -> {
      Reaction listener = reaction("listener", Event::record);
      channel.port2().addEventListener("message", listener, signal(abort.signal()));
      channel.port2().removeEventListener("message", listener);
      channel.port2().addEventListener("message", listener);
      channel.port2().start();
      abort.abort();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }
}
