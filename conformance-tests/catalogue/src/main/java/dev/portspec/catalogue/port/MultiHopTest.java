package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Ports that are moved again and again: HTML, transfer and receiving steps of MessagePort. */
class MultiHopTest {

  /** What is posted before, between and after two moves arrives in order. */
  @Test
  @Verifies("port.recv.multi-hop")
  void twoMovesKeepEveryMessageInOrder(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();
    Port between = window.port("between");

    channel.port1().postMessage("before");
    window.run(() -> {
      first.port2().onmessage(event -> event.port(0).keepAs(between));
      first.port1().postMessage("hop 1", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      for (int i = 0; i < 4; i++) {
        channel.port1().postMessage("between " + i);
      }
    });
    window.run(() -> {
      second.port2().onmessage(event -> event.port(0).onmessage(Event::record));
      second.port1().postMessage("hop 2", transferring(between));
      channel.port1().postMessage("in flight");
    });
    world.settle();
    channel.port1().postMessage("after");

    assertThat(world.settle()).dataOf("message").containsExactly(
        "before", "between 0", "between 1", "between 2", "between 3", "in flight", "after");
  }

  /** Moves over one carrier, in a row, each started before anybody looks into the port, lose nothing. */
  @Test
  @Verifies({"port.recv.multi-hop", "port.recv.outgoing-multi-hop"})
  void fiveMovesKeepBothDirectionsInOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      channel.port1().postMessage("to 0");
      channel.port2().postMessage("from 0");
      carrier.port2().onmessage(reaction("carrier",
          hop(1, carrier, channel), hop(2, carrier, channel), hop(3, carrier, channel), hop(4, carrier, channel),
          event -> {
            event.port(0).postMessage("from 5");
            event.port(0).onmessage(reaction("moved", Event::record));
          }));
      carrier.port1().postMessage("hop 1", transferring(channel.port2()));
    });

    verifying("port.recv.multi-hop", () -> assertThat(world.settle().by("moved")).dataOf("message")
        .containsExactly("to 0", "to 1", "to 2", "to 3", "to 4"));
    verifying("port.recv.outgoing-multi-hop", () -> assertThat(world.settle().by("far end")).dataOf("message")
        .containsExactly("from 0", "from 1", "from 2", "from 3", "from 4", "from 5"));
  }

  private static Consumer<Event> hop(int number, Channel carrier, Channel channel) {
    return event -> {
      event.port(0).postMessage("from " + number);
      channel.port1().postMessage("to " + number);
      carrier.port1().postMessage("hop " + (number + 1), transferring(event.port(0)));
    };
  }

  /** What each owner sends arrives at the far end, owner after owner, though the far end starts late. */
  @Test
  @Verifies("port.recv.outgoing-multi-hop")
  void eachOwnersMessagesArriveInTurn(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().postMessage("owner 1, first");
      channel.port2().postMessage("owner 1, second");
      carrier.port2().onmessage(reaction("carrier", event -> {
        event.port(0).postMessage("owner 2, first");
        event.port(0).postMessage("owner 2, second");
        carrier.port1().postMessage("hop 2", transferring(event.port(0)));
      }, event -> event.port(0).postMessage("owner 3")));
      carrier.port1().postMessage("hop 1", transferring(channel.port2()));
    });
    world.settle();
    channel.port1().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly(
        "owner 1, first", "owner 1, second", "owner 2, first", "owner 2, second", "owner 3");
  }

  /** A port that went away and came back serves its partner as before. */
  @Test
  @Verifies({"port.recv.multi-hop", "port.recv.outgoing-multi-hop"})
  void aPortComesBackOverTheChannelThatTookIt(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      channel.port1().postMessage("before");
      channel.port2().postMessage("from home");
      carrier.port2().onmessage(event -> {
        event.port(0).postMessage("from abroad");
        channel.port1().postMessage("abroad");
        carrier.port2().postMessage("back", transferring(event.port(0)));
        channel.port1().postMessage("on the way back");
      });
      carrier.port1().onmessage(event -> {
        event.port(0).onmessage(reaction("home", Event::record));
        event.port(0).postMessage("from home again");
        channel.port1().postMessage("home again");
      });
      carrier.port1().postMessage("away", transferring(channel.port2()));
      channel.port1().postMessage("on the way");
    });

    verifying("port.recv.multi-hop", () -> assertThat(world.settle().by("home")).dataOf("message")
        .containsExactly("before", "on the way", "abroad", "on the way back", "home again"));
    verifying("port.recv.outgoing-multi-hop", () -> assertThat(world.settle().by("far end")).dataOf("message")
        .containsExactly("from home", "from abroad", "from home again"));
  }
}
