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
import org.junit.jupiter.api.Test;

/** With whom a moved port talks: HTML, transfer steps of MessagePort, steps 3 and 4, and receiving steps, step 3. */
class MovedPortPartnerTest {

  /** A moved port talks to the partner that it had, in both directions. */
  @Test
  @Verifies({"port.xfer.remote-recorded", "port.recv.entangles-remote"})
  void aMovedPortTalksToItsPartnerInBothDirections(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("stayed", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("moved", Event::record));
        event.port(0).postMessage("from the moved port");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    channel.port1().postMessage("to the moved port");

    verifying("port.xfer.remote-recorded",
        () -> assertThat(world.settle().by("stayed")).dataOf("message").containsExactly("from the moved port"));
    verifying("port.recv.entangles-remote",
        () -> assertThat(world.settle().by("moved")).dataOf("message").containsExactly("to the moved port"));
  }

  /** The link of a moved port is as good as new: it carries a conversation. */
  @Test
  @Verifies("port.recv.entangles-remote")
  void aMovedPortHoldsAConversation(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("stayed", event -> {
        event.record();
        channel.port1().postMessage("two");
      }, event -> {
        event.record();
        channel.port1().postMessage("four");
      }));
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("moved", answer -> {
          answer.record();
          event.port(0).postMessage("three");
        }, Event::record));
        event.port(0).postMessage("one");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("stayed", "moved")).dataOf("message").containsExactly("one", "two", "three", "four");
  }

  /** A port may take a channel whose far end already holds its partner. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void aPortMayFollowItsPartnerOverTheSameChannel(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port first = window.port("first");

    window.run(() -> {
      carrier.port2().onmessage(reaction("carrier", event -> {
        event.port(0).onmessage(reaction("first", Event::record));
        event.port(0).keepAs(first);
      }, event -> {
        event.port(0).onmessage(reaction("second", Event::record));
        event.port(0).postMessage("from the second");
        first.postMessage("from the first");
      }));
      carrier.port1().postMessage("one end", transferring(channel.port1()));
    });
    world.settle();
    carrier.port1().postMessage("the other end", transferring(channel.port2()));

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("from the second");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("from the first");
  }

  /** A port may take a channel of whose two ports one was received over another channel itself. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void aPortMayTakeAChannelThatWasMovedItself(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("stayed", Event::record));
      carrier.port2().onmessage(event -> event.port(0).onmessage(inner -> {
        inner.port(0).onmessage(reaction("moved", Event::record));
        inner.port(0).postMessage("from the moved port");
      }));
      carrier.port1().postMessage("a channel", transferring(second.port2()));
      second.port1().postMessage("a port", transferring(channel.port2()));
      channel.port1().postMessage("to the moved port");
    });

    assertThat(world.settle().by("stayed")).dataOf("message").containsExactly("from the moved port");
    assertThat(world.settle().by("moved")).dataOf("message").containsExactly("to the moved port");
  }

  /** A message that lists its own target is dropped also where that port had come over another channel. */
  @Test
  @Verifies("port.post.doomed-via-received-copy")
  void aMovedPortCannotBeSentThroughItsPartner(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("moved", Event::record));
        event.port(0).keepAs(moved);
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    channel.port1().postMessage("arrives");
    world.settle();
    window.attempt("doomed", () -> channel.port1().postMessage("dropped", transferring(moved)));

    assertThat(world.settle().outcome("doomed")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("arrives");
  }
}
