package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Which channels survive a collection: HTML, the paragraph after BroadcastChannel's postMessage. */
class BroadcastGarbageTest {

  /** A channel with a handler that nothing refers to gets messages still, collection after collection. */
  @Test
  @Verifies("bc.gc.listener-keeps")
  void aHandlerKeepsItsChannel(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      BroadcastHandle dropped = window.newBroadcastChannel("news");
      dropped.onmessage(Event::record);
      window.forget(dropped);
    });
    world.collectGarbage();
    sender.postMessage("one");
    world.settle();
    world.collectGarbage();
    sender.postMessage("two");

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** So does one with a listener, among others that may go. */
  @Test
  @Verifies("bc.gc.listener-keeps")
  void aListenerKeepsItsChannel(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      for (int i = 0; i < 4; i++) {
        BroadcastHandle listening = window.newBroadcastChannel("news");
        BroadcastHandle silent = window.newBroadcastChannel("news");
        listening.addEventListener("message", reaction("listener", event -> {}));
        window.forget(listening, silent);
      }
    });
    world.collectGarbage();
    sender.postMessage("still there?");

    assertThat(world.settle()).called("listener", 4);
  }

  /** A listener for messageerror is enough. */
  @Test
  @Verifies("bc.gc.listener-keeps")
  void aListenerForMessageerrorKeepsItsChannel(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      BroadcastHandle dropped = window.newBroadcastChannel("news");
      dropped.addEventListener("messageerror", reaction("failed", Event::record));
      window.forget(dropped);
    });
    world.collectGarbage();
    sender.postMessage(undeserializable());

    assertThat(world.settle().event("failed")).has(attribute("type", "messageerror"));
  }

  /** The last of several listeners is enough, and what it answers is sent. */
  @Test
  @Verifies("bc.gc.listener-keeps")
  void aChannelThatIsKeptCanAnswer(World world) {
    Realm window = world.window();
    BroadcastHandle asker = window.newBroadcastChannel("news");
    asker.onmessage(reaction("asker", Event::record));

    window.run(() -> {
      BroadcastHandle dropped = window.newBroadcastChannel("news");
      Reaction removed = reaction("removed", event -> {}).neverCalled();
      dropped.onmessage(removed);
      dropped.addEventListener("message", event -> event.target().postMessage("answer"));
      dropped.addEventListener("message", removed);
      dropped.removeEventListener("message", removed);
      dropped.onmessage(null);
      window.forget(dropped);
    });
    world.collectGarbage();
    asker.postMessage("question");

    assertThat(world.settle()).dataOf("message").containsExactly("answer");
    assertThat(world.settle()).neverCalled("removed");
  }

  /** Whether or not a channel without a listener, or a closed one, was collected, others go on and it is silent. */
  @Test
  @Verifies("bc.gc.closed-not-held")
  void aChannelThatMayGoUnnoticed(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle control = window.newBroadcastChannel("news");

    window.run(() -> {
      control.onmessage(Event::record);
      for (int i = 0; i < 8; i++) {
        BroadcastHandle silent = window.newBroadcastChannel("news");
        BroadcastHandle closed = window.newBroadcastChannel("news");
        closed.onmessage(reaction("closed", event -> {}).neverCalled());
        closed.close();
        window.forget(silent, closed);
      }
    });
    world.collectGarbage();
    window.attempt("post", () -> sender.postMessage("marker"));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
    assertThat(world.settle()).neverCalled("closed");
  }

  /** What a channel sent before it went is delivered. */
  @Test
  @Verifies("bc.gc.closed-not-held")
  void whatACollectedChannelHadSentArrives(World world) {
    Realm window = world.window();
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      for (int i = 0; i < 2; i++) {
        BroadcastHandle dropped = window.newBroadcastChannel("news");
        attempt("post " + i, () -> dropped.postMessage("m"));
        window.forget(dropped);
      }
    });
    world.collectGarbage();

    for (int i = 0; i < 2; i++) {
      assertThat(world.settle().outcome("post " + i)).returned();
    }
    assertThat(world.settle()).dataOf("message").containsExactly("m", "m");
  }
}
