package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What start() does not do: HTML, "The start() method steps". */
class StartEffectTest {

  /** No listener runs before start() has returned and the script has ended. */
  @Test
  @Verifies("port.start.async-delivery")
  void startItselfDispatchesNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waits");
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", event -> {}));
      channel.port2().start();
      mark("start returned");
    });

    assertThat(world.settle()).marks("start returned", "listener");
  }

  /** Setting onmessage for the first time, which is a start, dispatches nothing either. */
  @Test
  @Verifies("port.start.async-delivery")
  void startByOnmessageDispatchesNothingItself(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waits");
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      mark("onmessage is set");
    });

    assertThat(world.settle()).marks("onmessage is set", "handler");
  }

  /** The microtasks of the script that called start() run before the first message. */
  @Test
  @Verifies("port.start.async-delivery")
  void microtasksRunBeforeTheFirstMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waits");
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("listener", event -> {}));
      channel.port2().start();
      microtask("microtask");
    });

    assertThat(world.settle()).marks("microtask", "listener");
  }

  /** start() inside a listener of an event that a script dispatched delivers after that script. */
  @Test
  @Verifies("port.start.async-delivery")
  void startInsideADispatchedEventDeliversLater(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener(
          "message", reaction("listener", event -> {
            mark("enter");
            channel.port2().start();
            mark("leave");
          }, event -> mark("message")));
      channel.port1().postMessage("waits");
      channel.port2().dispatchEvent(window.newMessageEvent("message", object()));
      mark("end of script");
    });

    assertThat(world.settle()).marks("enter", "leave", "end of script", "message");
  }

  /** Starting one port leaves its partner disabled, whose messages wait: they are not consumed unseen. */
  @Test
  @Verifies("port.start.one-side-only")
  void thePartnerOfAStartedPortIsDisabled(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().addEventListener("message", reaction("started", Event::record));
      channel.port1().start();
      channel.port1().postMessage("for the partner");
      channel.port2().postMessage("for the started");
    });
    assertThat(world.settle().by("started")).dataOf("message").containsExactly("for the started");

    channel.port2().onmessage(reaction("partner", Event::record));

    assertThat(world.settle().by("partner")).dataOf("message").containsExactly("for the partner");
  }

  /** So it is the other way round, and for a port that onmessage started. */
  @Test
  @Verifies("port.start.one-side-only")
  void thePartnerOfAPortWithAHandlerIsDisabled(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("started", Event::record));
      channel.port1().postMessage("for the started");
      channel.port2().postMessage("for the partner");
    });
    assertThat(world.settle().by("started")).dataOf("message").containsExactly("for the started");

    channel.port1().onmessage(reaction("partner", Event::record));

    assertThat(world.settle().by("partner")).dataOf("message").containsExactly("for the partner");
  }
}
