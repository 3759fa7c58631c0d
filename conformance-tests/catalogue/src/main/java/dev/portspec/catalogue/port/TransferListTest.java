package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What may stand in a transfer list of ports: HTML, StructuredSerializeWithTransfer, the first pass. */
class TransferListTest {

  /** The same port twice is refused, nothing is sent, and the port can still be sent. */
  @Test
  @Verifies("port.xfer.same-list-twice-throws")
  void aPortCannotBeListedTwice(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(reaction("carrier", event -> {
        event.record();
        event.port(0).postMessage("it works");
      }));
      attempt("twice", () ->
          carrier.port1().postMessage("refused", transferring(channel.port2(), channel.port2())));
      carrier.port1().postMessage("accepted", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("twice")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().by("carrier")).dataOf("message").containsExactly("accepted");
    assertThat(world.settle().by("far end")).dataOf("message").containsExactly("it works");
  }

  /** Neither the port that is listed twice nor those around it are detached. */
  @Test
  @Verifies("port.xfer.same-list-twice-throws")
  void aPortListedTwiceKeepsTheWholeListInPlace(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel before = window.newChannel();
    Channel channel = window.newChannel();
    Channel between = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      attempt("twice", () -> carrier.port1().postMessage("refused",
          transferring(before.port1(), channel.port1(), between.port1(), channel.port1())));
      attempt("once", () -> carrier.port1().postMessage("accepted",
          transferring(before.port1(), channel.port1(), between.port1())));
    });

    assertThat(world.settle().outcome("twice")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("once")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("accepted");
  }

  /** The list is refused before any accessor of the message runs. */
  @Test
  @Verifies("port.xfer.same-list-twice-throws")
  void aPortListedTwiceIsFoundBeforeTheMessageIsRead(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> attempt("twice", () -> carrier.port1().postMessage(
        object().accessor("a", () -> {
          mark("the getter ran");
          return "read";
        }),
        transferring(channel.port2(), channel.port2()))));

    assertThat(world.settle().outcome("twice")).threw(DATA_CLONE_ERROR);
  }

  /** The list is refused before anything else of the message is found wrong. */
  @Test
  @Verifies("port.xfer.same-list-twice-throws")
  void aPortListedTwiceOutranksAThrowingGetter(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> attempt("twice", () -> carrier.port1().postMessage(
        object().accessor("a", () -> {
          mark("the getter ran");
          raise("from the getter");
          return "never";
        }),
        transferring(channel.port2(), channel.port2()).asOptions())));

    assertThat(world.settle().outcome("twice")).threw(DATA_CLONE_ERROR);
  }

  /** With an empty list nothing is transferred: the event has no ports, and both ends of the channel work on. */
  @Test
  @Verifies("port.xfer.empty-list")
  void anEmptyListTransfersNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("at 1", Event::record));
      channel.port2().onmessage(reaction("at 2", Event::record));
      channel.port1().postMessage("empty list", transferring());
    });

    assertThat(world.settle().event("at 2").attribute("ports")).hasSize(0);
    assertThat(world.settle().by("at 2")).dataOf("message").containsExactly("empty list");

    window.run(() -> {
      channel.port1().postMessage("there");
      channel.port2().postMessage("back");
    });

    assertThat(world.settle().by("at 2")).dataOf("message").containsExactly("empty list", "there");
    assertThat(world.settle().by("at 1")).dataOf("message").containsExactly("back");
  }

  /** An empty list in an options dictionary transfers nothing either. */
  @Test
  @Verifies("port.xfer.empty-list")
  void anEmptyListInOptionsTransfersNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("at 2", Event::record));
      channel.port1().postMessage("empty list", transferring().asOptions());
    });

    assertThat(world.settle().event("at 2").attribute("ports")).hasSize(0);
    assertThat(world.settle()).dataOf("message").containsExactly("empty list");
  }
}
