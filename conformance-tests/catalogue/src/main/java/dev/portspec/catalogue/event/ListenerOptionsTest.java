package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.once;
import static dev.portspec.harness.Vocabulary.passive;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The options of listeners: DOM, {@code addEventListener}, "add an event listener" and "inner invoke". */
class ListenerOptionsTest {

  /** The same function with capture and without is two listeners. */
  @Test
  @Verifies("event.add.capture-distinct")
  void captureMakesItAnotherListener(World world) {
    Channel channel = world.window().newChannel();
    Reaction both = reaction("both", event -> {});

    world.window().run(() -> {
      channel.port2().addEventListener("message", both);
      channel.port2().addEventListener("message", both, capture());
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("both", 2);
  }

  /** A once listener is called for the first message only. */
  @Test
  @Verifies("event.add.once")
  void aOnceListenerIsCalledOnce(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("once", event -> {}), once());
      channel.port2().addEventListener("message", reaction("always", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("always")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).called("once", 1);
  }

  /** It is gone already when it runs, so it does not hear what it dispatches itself. */
  @Test
  @Verifies("event.add.once")
  void aOnceListenerIsGoneWhenItRuns(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("once",
          event -> channel.port2().dispatchEvent(window.newMessageEvent("message", object()))), once());
      channel.port2().addEventListener("message", reaction("always", event -> {}));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("once", 1).called("always", 2);
  }

  /** A once listener that throws is gone all the same. */
  @Test
  @Verifies("event.add.once")
  void aOnceListenerThatThrowsIsGone(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("once", event -> raise("boom")), once());
      channel.port2().addEventListener("message", reaction("always", Event::record));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("always")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).called("once", 1).mayReport();
  }

  /** A listener is not passive by itself, so it can cancel an event that is cancelable. */
  @Test
  @Verifies("event.add.passive-default-false")
  void aPlainListenerCancels(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("plain", Event::preventDefault));
      observe("result",
          channel.port2().dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
    });

    assertThat(world.settle().observed("result")).isEqualTo(false);
  }

  /** A passive listener cancels nothing, and says nothing for the listeners beside it. */
  @Test
  @Verifies("event.add.passive-default-false")
  void aPassiveListenerCancelsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("passive", event -> {
        event.preventDefault();
        event.record();
      }), passive());
      other.port2().addEventListener("message", reaction("beside", event -> {}), passive());
      other.port2().addEventListener("message", reaction("plain", Event::preventDefault));
      observe("passive only",
          channel.port2().dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
      observe("and a plain one",
          other.port2().dispatchEvent(window.newEvent("message", object().with("cancelable", true))));
    });

    assertThat(world.settle().event("passive")).has(attribute("defaultPrevented", false));
    assertThat(world.settle().observed("passive only")).isEqualTo(true);
    assertThat(world.settle().observed("and a plain one")).isEqualTo(false);
  }

  /** What a passive listener may not do, others may once its call is over. */
  @Test
  @Verifies("event.add.passive-default-false")
  void anEventIsNotPassiveAfterThePassiveListener(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      Event event = window.newEvent("message", object().with("cancelable", true));
      channel.port2().addEventListener("message", reaction("passive", it -> {}), passive());
      channel.port2().dispatchEvent(event);
      event.preventDefault();
      observe("cancelled", event.get("defaultPrevented"));
    });

    assertThat(world.settle().observed("cancelled")).isEqualTo(true);
  }
}
