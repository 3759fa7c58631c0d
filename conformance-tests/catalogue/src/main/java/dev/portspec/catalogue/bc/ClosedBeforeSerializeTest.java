package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** That a channel is closed is noticed first: HTML, BroadcastChannel's postMessage, steps 2 and 3. */
class ClosedBeforeSerializeTest {

  /** The message does not matter, not even where it cannot be cloned. */
  @Test
  @Verifies("bc.post.closed-before-serialize")
  void aMessageThatCannotBeClonedIsNotLookedAt(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      channel.close();
      attempt("uncloneable", () -> channel.postMessage(uncloneable()));
      attempt("itself", () -> channel.postMessage(channel));
      attempt("port", () -> channel.postMessage(window.newChannel().port1()));
    });

    assertThat(world.settle().outcome("uncloneable")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle().outcome("itself")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle().outcome("port")).threw(INVALID_STATE_ERROR);
  }

  /** Accessors of the message do not run; those of an open channel's do. */
  @Test
  @Verifies("bc.post.closed-before-serialize")
  void accessorsOfTheMessageDoNotRun(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(reaction("received", event -> {}));
      channel.postMessage(object().accessor("a", "getter while open", () -> "read"));
      channel.close();
      attempt("closed", () -> channel.postMessage(object().accessor("a", "getter while closed", () -> "read")));
    });

    assertThat(world.settle().outcome("closed")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle()).called("getter while open", 1).neverCalled("getter while closed");
  }

  /** What an accessor would throw is not thrown. */
  @Test
  @Verifies("bc.post.closed-before-serialize")
  void theErrorOutranksThatOfAnAccessor(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      channel.close();
      attempt("closed", () -> channel.postMessage(list(object().accessor("a", "getter", () -> {
        raise("no");
        return "never";
      }))));
    });

    assertThat(world.settle().outcome("closed")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle()).neverCalled("getter");
  }

  /** It is noticed before and not after: an accessor that closes the channel does not stop the message. */
  @Test
  @Verifies("bc.post.closed-before-serialize")
  void anAccessorThatClosesTheSenderDoesNotStopTheMessage(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      attempt("post", () -> sender.postMessage(object().accessor("a", () -> {
        sender.close();
        return "read";
      })));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly(object().with("a", "read"));
  }
}
