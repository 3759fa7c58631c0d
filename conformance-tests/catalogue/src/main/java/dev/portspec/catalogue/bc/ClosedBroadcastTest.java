package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A closed channel: HTML, close(), and postMessage, step 2. */
class ClosedBroadcastTest {

  /** Posting is an InvalidStateError, and nothing is sent. */
  @Test
  @Verifies("bc.post.closed-throws")
  void postingIsAnInvalidStateError(World world) {
    Realm window = world.window();
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle open = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      closed.close();
      attempt("closed", () -> closed.postMessage("lost"));
      open.postMessage("sent");
    });

    assertThat(world.settle().outcome("closed")).threw(INVALID_STATE_ERROR, 11);
    assertThat(world.settle()).dataOf("message").containsExactly("sent");
  }

  /** So it is where nobody else has the name. */
  @Test
  @Verifies("bc.post.closed-throws")
  void postingToNobodyIsAnInvalidStateError(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      attempt("open", () -> channel.postMessage("m"));
      channel.close();
      attempt("closed", () -> channel.postMessage("m"));
    });

    assertThat(world.settle().outcome("open")).returned();
    assertThat(world.settle().outcome("closed")).threw(INVALID_STATE_ERROR, 11);
  }

  /** So it is in a handler that has closed its own channel. */
  @Test
  @Verifies("bc.post.closed-throws")
  void aHandlerThatClosesItsChannelCannotAnswer(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.onmessage(Event::record);
      receiver.onmessage(event -> {
        receiver.postMessage("answer");
        receiver.close();
        attempt("closed", () -> receiver.postMessage("lost"));
      });
      sender.postMessage("m");
    });

    assertThat(world.settle().outcome("closed")).threw(INVALID_STATE_ERROR, 11);
    assertThat(world.settle()).dataOf("message").containsExactly("answer");
  }

  /** Closing again is no error, and the error of posting stays the same. */
  @Test
  @Verifies("bc.close.flag")
  void closingTwiceHasNoFurtherEffect(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      attempt("first", () -> channel.call("close"));
      attempt("second", () -> channel.call("close"));
      attempt("post", () -> channel.postMessage("lost"));
    });
    window.attempt("later", channel::close);

    assertThat(world.settle().outcome("first")).returned(undefined());
    assertThat(world.settle().outcome("second")).returned(undefined());
    assertThat(world.settle().outcome("later")).returned();
    assertThat(world.settle().outcome("post")).threw(INVALID_STATE_ERROR, 11);
  }

  /** The name can still be read, in the same task and in a later one. */
  @Test
  @Verifies("bc.close.name-stays")
  void theNameStays(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      channel.close();
      observe("name", channel.name());
    });
    window.run(() -> observe("later", channel.name()));

    assertThat(world.settle().observed("name")).isEqualTo(world.unique("news"));
    assertThat(world.settle().observed("later")).isEqualTo(world.unique("news"));
  }

  /** Neither a handler nor time opens it again; others of the name are not affected. */
  @Test
  @Verifies("bc.close.permanent")
  void nothingOpensItAgain(World world) {
    Realm window = world.window();
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      closed.close();
      closed.onmessage(reaction("closed", event -> {}).neverCalled());
      closed.addEventListener("message", reaction("closed", event -> {}).neverCalled());
      receiver.onmessage(reaction("receiver", Event::record));
      sender.postMessage("a");
      attempt("with handler", () -> closed.postMessage("lost"));
    });
    world.settle();
    window.run(() -> {
      sender.postMessage("b");
      attempt("later", () -> closed.postMessage("lost"));
      window.newBroadcastChannel("news").postMessage("c");
    });

    assertThat(world.settle().outcome("with handler")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle().outcome("later")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c");
    assertThat(world.settle()).neverCalled("closed");
  }

  /** Closing again closes no other channel of the name. */
  @Test
  @Verifies("bc.close.flag")
  void closingTwiceClosesNoOther(World world) {
    Realm window = world.window();
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle sender = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      closed.close();
      closed.close();
      sender.postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }
}
