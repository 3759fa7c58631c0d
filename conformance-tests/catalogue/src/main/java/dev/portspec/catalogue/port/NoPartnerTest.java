package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Posting to nobody: HTML, "message port post message steps", steps 2 to 6. */
class NoPartnerTest {

  /** Posting on a closed port is no error, and reaches nobody. */
  @Test
  @Verifies("port.post.no-target-silent")
  void postingOnAClosedPortIsSilent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("before");
      channel.port1().close();
      attempt("post", () -> channel.port1().postMessage("after"));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("before");
  }

  /** Posting to a port that was closed is no error. */
  @Test
  @Verifies("port.post.no-target-silent")
  void postingToAClosedPortIsSilent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().close();
      attempt("at once", () -> channel.port1().postMessage("m"));
    });
    world.settle();
    window.attempt("later", () -> channel.port1().postMessage("m"));

    assertThat(world.settle().outcome("at once")).returned();
    assertThat(world.settle().outcome("later")).returned();
  }

  /** Posting on a port that was transferred away and received elsewhere is no error. */
  @Test
  @Verifies("port.post.no-target-silent")
  void postingOnATransferredPortIsSilent(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      carrier.port2().onmessage(event -> event.port(0).postMessage("new"));
      carrier.port1().postMessage("port", transferring(channel.port1()));
    });
    world.settle();
    window.attempt("post", () -> channel.port1().postMessage("old"));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("new");
  }

  /** What cannot be cloned is refused on a closed port as well. */
  @Test
  @Verifies("port.post.no-target-still-serializes")
  void whatCannotBeClonedIsRefusedWithoutPartner(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel halfClosed = window.newChannel();

    window.run(() -> {
      closed.port1().close();
      halfClosed.port2().close();
      attempt("closed", () -> closed.port1().postMessage(uncloneable()));
      attempt("other end closed", () -> halfClosed.port1().postMessage(uncloneable()));
    });

    assertThat(world.settle().outcome("closed")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("other end closed")).threw(DATA_CLONE_ERROR);
  }

  /** Getters run on a closed port, and what they throw is passed on. */
  @Test
  @Verifies("port.post.no-target-still-serializes")
  void gettersRunWithoutPartner(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().close();
      channel.port1().postMessage(object().accessor("a", "getter", () -> "read"));
      attempt("refused", () -> channel.port1().postMessage(object().accessor("b", () -> {
        raise("no");
        return "never";
      })));
    });

    assertThat(world.settle()).called("getter", 1);
    assertThat(world.settle().outcome("refused")).threwValue("no");
  }
}
