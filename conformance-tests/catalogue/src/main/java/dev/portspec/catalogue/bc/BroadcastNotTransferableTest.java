package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A channel is neither serializable nor transferable: HTML, the interface BroadcastChannel. */
class BroadcastNotTransferableTest {

  /** It is no message, and no part of one, whether over a port or over another channel. */
  @Test
  @Verifies("bc.not-transferable")
  void aChannelCannotBeCloned(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    BroadcastHandle broadcast = window.newBroadcastChannel("news");
    BroadcastHandle other = window.newBroadcastChannel("news");

    window.run(() -> {
      attempt("over a port", () -> channel.port1().postMessage(broadcast));
      attempt("in a list", () -> channel.port1().postMessage(list("m", broadcast)));
      attempt("over another", () -> other.postMessage(broadcast));
      attempt("over itself", () -> broadcast.postMessage(broadcast));
    });

    assertThat(world.settle().outcome("over a port")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("in a list")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("over another")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("over itself")).threw(DATA_CLONE_ERROR);
  }

  /** It cannot be listed, and works afterwards as before. */
  @Test
  @Verifies("bc.not-transferable")
  void aChannelCannotBeTransferred(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    BroadcastHandle broadcast = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      attempt("listed", () -> channel.port1().postMessage("m", transferring(broadcast)));
      attempt("listed and sent", () -> channel.port1().postMessage(broadcast, transferring(broadcast)));
      broadcast.postMessage("still works");
    });

    assertThat(world.settle().outcome("listed")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("listed and sent")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("still works");
  }

  /** structuredClone refuses it in both ways. */
  @Test
  @Verifies("bc.not-transferable")
  void structuredCloneRefusesIt(World world) {
    Realm window = world.window();
    BroadcastHandle broadcast = window.newBroadcastChannel("news");

    window.run(() -> {
      attempt("cloned", () -> window.structuredClone(broadcast));
      attempt("transferred", () -> window.structuredClone("m", transferring(broadcast)));
    });

    assertThat(world.settle().outcome("cloned")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("transferred")).threw(DATA_CLONE_ERROR);
  }
}
