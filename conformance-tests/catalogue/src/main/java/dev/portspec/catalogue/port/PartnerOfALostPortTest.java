package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/**
 * A port whose partner was sent where nobody receives it: HTML, transfer steps of MessagePort, which detach what is
 * listed and not its partner.
 */
class PartnerOfALostPortTest {

  /** The partner of a port that was sent to a closed port may be sent elsewhere. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void thePartnerOfAPortSentToAClosedPortMayBeSent(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();

    closed.port2().close();

    assertThatThePartnerArrives(world, closed.port1());
  }

  /** The partner of a port that was sent through a closed port may be sent elsewhere. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void thePartnerOfAPortSentThroughAClosedPortMayBeSent(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();

    closed.port1().close();

    assertThatThePartnerArrives(world, closed.port1());
  }

  /** The partner of a port that was sent through the old object of a moved port may be sent elsewhere. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void thePartnerOfAPortSentThroughAnOldObjectMayBeSent(World world) {
    Realm window = world.window();
    Channel moved = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {});
      carrier.port1().postMessage("the port", transferring(moved.port1()));
    });
    world.settle();

    assertThatThePartnerArrives(world, moved.port1());
  }

  /** The partner of a port that was sent to itself may be sent elsewhere, lost as their channel is. */
  @Test
  @Verifies("port.xfer.unrelated-through-pair")
  void thePartnerOfAPortSentToItselfMayBeSent(World world) {
    Channel channel = world.window().newChannel();

    channel.port1().postMessage("lost", transferring(channel.port2()));
    world.settle();

    assertThatItArrives(world, channel.port1());
  }

  private static void assertThatThePartnerArrives(World world, Port toNobody) {
    Channel channel = world.window().newChannel();
    toNobody.postMessage("lost", transferring(channel.port2()));
    world.settle();
    assertThatItArrives(world, channel.port1());
  }

  private static void assertThatItArrives(World world, Port partner) {
    Realm window = world.window();
    Channel carrier = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(reaction("carrier", Event::record));
      attempt("send", () -> carrier.port1().postMessage("the partner", transferring(partner)));
    });

    assertThat(world.settle().outcome("send")).returned();
    assertThat(world.settle().event("carrier").attribute("ports")).hasSize(1);
  }
}
