package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A channel needs no start: HTML, the interface BroadcastChannel. */
class BroadcastEnabledTest {

  /** A listener alone is enough, for the messages of its own script as well as for later ones. */
  @Test
  @Verifies("bc.enabled-from-start")
  void aListenerGetsMessagesWithoutAStart(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.postMessage("before the listener");
      receiver.addEventListener("message", reaction("listener", Event::record));
      sender.postMessage("after the listener");
    });
    sender.postMessage("of a later script");

    assertThat(world.settle()).dataOf("message")
        .containsExactly("before the listener", "after the listener", "of a later script");
  }

  /** What comes while nobody listens is not kept for those who will. */
  @Test
  @Verifies("bc.enabled-from-start")
  void aMessageWithoutAListenerIsGone(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle listening = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    listening.onmessage(reaction("listening", Event::record));
    sender.postMessage("missed");
    world.settle();

    window.run(() -> {
      receiver.onmessage(reaction("receiver", Event::record));
      sender.postMessage("seen");
    });

    assertThat(world.settle().by("listening")).dataOf("message").containsExactly("missed", "seen");
    assertThat(world.settle().by("receiver")).dataOf("message").containsExactly("seen");
  }

  /** A handler that becomes null stops nothing, and what came meanwhile is gone. */
  @Test
  @Verifies("bc.enabled-from-start")
  void messagesPassWhileTheHandlerIsNull(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Reaction handler = reaction("handler", Event::record);

    window.run(() -> {
      receiver.onmessage(null);
      receiver.addEventListener("message", reaction("listener", Event::record));
      sender.postMessage("a");
    });
    world.settle();
    window.run(() -> {
      receiver.onmessage(handler);
      sender.postMessage("b");
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("b");
  }
}
