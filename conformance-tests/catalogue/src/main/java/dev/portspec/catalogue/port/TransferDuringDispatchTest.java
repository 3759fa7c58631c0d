package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A port that is transferred in its own message handler: HTML, transfer and receiving steps of MessagePort. */
class TransferDuringDispatchTest {

  /** The messages that are still queued follow the port; each is seen once and in order. */
  @Test
  @Verifies("port.recv.transfer-during-dispatch")
  void queuedMessagesFollowAPortThatLeavesInItsHandler(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      channel.port2().onmessage(reaction("old", event -> {
        event.record();
        carrier.port1().postMessage("the port", transferring(channel.port2()));
      }, Event::record));
      channel.port1().postMessage("1");
      channel.port1().postMessage("2");
      channel.port1().postMessage("3");
    });

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("1", "2", "3");
    assertThat(world.settle().event("old", 0)).has(attribute("data", "1"));
  }

  /** The same holds when the port is started at its new home only later, and messages keep coming. */
  @Test
  @Verifies("port.recv.transfer-during-dispatch")
  void aPortThatLeavesInItsHandlerMayBeStartedLate(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
      channel.port2().onmessage(reaction("old", event -> {
        event.record();
        carrier.port1().postMessage("the port", transferring(channel.port2()));
        channel.port1().postMessage("4");
      }, Event::record));
      channel.port1().postMessage("1");
      channel.port1().postMessage("2");
      channel.port1().postMessage("3");
    });
    world.settle();
    channel.port1().postMessage("5");
    moved.onmessage(reaction("new", Event::record));

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("1", "2", "3", "4", "5");
    assertThat(world.settle().event("old", 0)).has(attribute("data", "1"));
  }

  /** The listeners of the message in hand all run, though the first of them sends the port away. */
  @Test
  @Verifies("port.recv.transfer-during-dispatch")
  void theMessageInHandStaysWithTheOldObject(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      channel.port2().addEventListener("message", reaction("L1", event -> {
        event.record();
        carrier.port1().postMessage("the port", transferring(channel.port2()));
      }));
      channel.port2().addEventListener("message", reaction("L2", Event::record));
      channel.port2().start();
      channel.port1().postMessage("only");
    });

    assertThat(world.settle().by("L1")).dataOf("message").containsExactly("only");
    assertThat(world.settle().by("L2")).dataOf("message").containsExactly("only");
    assertThat(world.settle().by("new")).dataOf("message").isEmpty();
  }

  /** A port that answers, leaves and answers from its new home keeps both directions in order. */
  @Test
  @Verifies("port.recv.transfer-during-dispatch")
  void aPortMayAnswerAndLeaveInItsHandler(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).postMessage("answer from the new object");
        event.port(0).onmessage(reaction("new", Event::record));
      });
      channel.port2().onmessage(reaction("old", event -> {
        event.record();
        channel.port2().postMessage("answer from the old object");
        carrier.port1().postMessage("the port", transferring(channel.port2()));
      }, Event::record));
      channel.port1().postMessage("1");
      channel.port1().postMessage("2");
    });

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("1", "2");
    assertThat(world.settle().by("far end")).dataOf("message")
        .containsExactly("answer from the old object", "answer from the new object");
  }

  /** A port that sends its partner away in its handler goes on with what it had received. */
  @Test
  @Verifies("port.recv.transfer-during-dispatch")
  void thePartnerIsSentAwayWithMessagesInTheQueue(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("stays", event -> {
        event.record();
        carrier.port1().postMessage("the partner", transferring(channel.port1()));
      }, Event::record));
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port1().postMessage("three");
    });

    assertThat(world.settle().by("stays")).dataOf("message").containsExactly("one", "two", "three");
  }
}
