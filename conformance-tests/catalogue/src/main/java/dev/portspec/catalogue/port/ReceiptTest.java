package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** When a port is received: HTML, message port post message steps, step 7, whose task deserializes and then fires. */
class ReceiptTest {

  /** What the far end posts until the carrying message is dispatched travels, and what it posts then follows. */
  @Test
  @Verifies("port.recv.at-dispatch-time")
  void untilItsMessageIsDispatchedAPortTravels(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port1().postMessage("first in the queue");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      carrier.port2().addEventListener("message", reaction("L1",
          event -> channel.port1().postMessage("in flight"),
          event -> channel.port1().postMessage("at receipt")));
      carrier.port2().addEventListener("message", reaction("L2",
          event -> channel.port1().postMessage("still in flight"),
          event -> event.port(0).onmessage(reaction("moved", Event::record))));
      carrier.port2().start();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("in flight", "still in flight", "at receipt");
  }

  /** A port is received although no listener looks at it: from then on the old one dispatches nothing. */
  @Test
  @Verifies("port.recv.at-dispatch-time")
  void aPortIsReceivedThoughNobodyLooksAtIt(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record).neverCalled());
      carrier.port2().onmessage(event -> {});
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      channel.port1().postMessage("to nobody");
      carrier.port2().onmessage(reaction("carrier", Event::record));
      carrier.port1().postMessage("marker");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** A started port without listeners receives the ports of what it consumes; nobody can reach them afterwards. */
  @Test
  @Verifies("port.recv.received-without-listener")
  void aPortIsReceivedByAPortWithoutListeners(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      channel.port1().postMessage("before");
      carrier.port2().start();
      carrier.port1().postMessage("consumed", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      carrier.port2().addEventListener("message", reaction("carrier", Event::record));
      attempt("post", () -> channel.port1().postMessage("to nobody"));
      carrier.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** The old object of a port that nobody looked at is out of the channel: starting it brings nothing. */
  @Test
  @Verifies("port.recv.received-without-listener")
  void aPortThatNobodyReachesIsOutOfTheOldObjectsReach(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      channel.port1().onmessage(reaction("far end", Event::record).neverCalled());
      carrier.port2().start();
      carrier.port1().postMessage("consumed", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      channel.port1().postMessage("to nobody");
      attempt("use", () -> {
        channel.port2().start();
        channel.port2().postMessage("from nobody");
      });
      carrier.port2().onmessage(reaction("carrier", Event::record));
      carrier.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("use")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }
}
