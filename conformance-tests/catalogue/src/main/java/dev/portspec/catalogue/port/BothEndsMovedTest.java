package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Both ends of a channel on the move: HTML, receiving steps of MessagePort, step 3, and gap 5 of the issues. */
class BothEndsMovedTest {

  /** Two ends that travel in one list are linked when they arrive, and bring what they had been sent. */
  @Test
  @Verifies("port.recv.both-ends-one-list")
  void bothEndsMayTravelInOneList(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("to 2, early");
      channel.port2().postMessage("to 1, early");
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("end 1", Event::record));
        event.port(1).onmessage(reaction("end 2", Event::record));
        event.port(0).postMessage("to 2");
        event.port(1).postMessage("to 1");
      });
      carrier.port1().postMessage("both", transferring(channel.port1(), channel.port2()));
    });

    assertThat(world.settle().by("end 1")).dataOf("message").containsExactly("to 1, early", "to 1");
    assertThat(world.settle().by("end 2")).dataOf("message").containsExactly("to 2, early", "to 2");
  }

  /** The order in the list makes no difference to the link. */
  @Test
  @Verifies("port.recv.both-ends-one-list")
  void bothEndsMayTravelInOneListTheOtherWayRound(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port end2 = window.port("end2");

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(end2);
        event.port(1).onmessage(reaction("end 1", Event::record));
        event.port(1).postMessage("to 2");
      });
      carrier.port1().postMessage("both", transferring(channel.port2(), channel.port1()));
    });
    world.settle();
    window.run(() -> {
      end2.onmessage(reaction("end 2", Event::record));
      end2.postMessage("to 1");
    });

    assertThat(world.settle().by("end 1")).dataOf("message").containsExactly("to 1");
    assertThat(world.settle().by("end 2")).dataOf("message").containsExactly("to 2");
  }

  /** Two ends that travel in two messages of one channel are linked, and nothing that was posted is lost. */
  @Test
  @Verifies("port.recv.both-ends-two-messages")
  void bothEndsMayTravelInTwoMessages(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("to 2, early");
      channel.port2().postMessage("to 1, early");
      carrier.port2().onmessage(reaction("carrier", event -> {
        event.port(0).onmessage(reaction("end 1", Event::record));
        event.port(0).postMessage("to 2, from its new home");
      }, event -> {
        event.port(0).onmessage(reaction("end 2", Event::record));
        event.port(0).postMessage("to 1, from its new home");
      }));
      carrier.port1().postMessage("one", transferring(channel.port1()));
      channel.port2().postMessage("to 1, in flight");
      carrier.port1().postMessage("the other", transferring(channel.port2()));
    });

    assertThat(world.settle().by("end 1")).dataOf("message")
        .containsExactly("to 1, early", "to 1, in flight", "to 1, from its new home");
    assertThat(world.settle().by("end 2")).dataOf("message")
        .containsExactly("to 2, early", "to 2, from its new home");
  }

  /** Each end may post from its new home long before the other has arrived. */
  @Test
  @Verifies("port.recv.both-ends-two-messages")
  void anEndMayPostBeforeTheOtherHasArrived(World world) {
    Realm window = world.window();
    Channel left = window.newChannel();
    Channel right = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      left.port1().postMessage("one", transferring(channel.port1()));
      right.port1().postMessage("the other", transferring(channel.port2()));
    });
    world.settle();
    left.port2().onmessage(event -> {
      event.port(0).onmessage(reaction("end 1", Event::record));
      event.port(0).postMessage("to 2, early");
    });
    world.settle();
    right.port2().onmessage(event -> {
      event.port(0).onmessage(reaction("end 2", Event::record));
      event.port(0).postMessage("to 1");
    });

    assertThat(world.settle().by("end 1")).dataOf("message").containsExactly("to 1");
    assertThat(world.settle().by("end 2")).dataOf("message").containsExactly("to 2, early");
  }
}
