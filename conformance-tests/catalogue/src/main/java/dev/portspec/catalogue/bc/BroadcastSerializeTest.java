package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The message is serialized once, during the call: HTML, BroadcastChannel's postMessage, step 3. */
class BroadcastSerializeTest {

  /** An accessor runs once, in the call, however many receive the message. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void anAccessorRunsOnceForManyReceivers(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      for (int i = 0; i < 3; i++) {
        window.newBroadcastChannel("news").onmessage(reaction("receiver", Event::record));
      }
      mark("before");
      sender.postMessage(object().accessor("a", "getter", () -> "read"));
      mark("after");
    });

    assertThat(world.settle()).marks("before", "getter", "after", "receiver", "receiver", "receiver");
    assertThat(world.settle()).dataOf("message")
        .containsExactly(object().with("a", "read"), object().with("a", "read"), object().with("a", "read"));
  }

  /** It runs where nobody receives the message as well. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void anAccessorRunsForNobody(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.postMessage(object().accessor("a", "getter", () -> "read"));
      attempt("refused", () -> sender.postMessage(uncloneable()));
      mark("after");
    });

    assertThat(world.settle()).marks("getter", "after");
    assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR, 25);
  }

  /** What happens to the message after the call is not seen. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void aLaterChangeIsNotSeen(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      Value inner = window.keep(object().with("kept", "before"));
      Value message = window.keep(object().with("inner", inner).with("deleted", "before"));
      sender.postMessage(message);
      inner.set("kept", "after");
      message.delete("deleted");
      message.set("added", "after");
      sender.postMessage(message);
    });

    assertThat(world.settle()).dataOf("message").containsExactly(
        object().with("inner", object().with("kept", "before")).with("deleted", "before"),
        object().with("inner", object().with("kept", "after")).with("added", "after"));
  }

  /** A message that cannot be cloned is refused, and nobody gets any of it. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void aMessageThatCannotBeClonedReachesNobody(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      attempt("refused", () -> sender.postMessage(list("part", uncloneable())));
      sender.postMessage("next");
    });

    assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR, 25);
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }
}
