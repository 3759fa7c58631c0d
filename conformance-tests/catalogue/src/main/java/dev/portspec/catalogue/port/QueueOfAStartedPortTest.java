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

/**
 * What a started port has not dispatched when it is received elsewhere: HTML, transfer-receiving steps of MessagePort,
 * step 2. Until then either object may dispatch (gap 1 of the issues), and from then on the old one has nothing left.
 */
class QueueOfAStartedPortTest {

  /** The old object of a started port dispatches nothing once the new one is there. */
  @Test
  @Verifies("port.recv.moves-queue")
  void theOldObjectDispatchesNothingAfterTheReceipt(World world) {
    assertThatTheQueueMoves(world, false);
  }

  /** Nor does it if its partner had been closed before the port left. */
  @Test
  @Verifies("port.recv.moves-queue")
  void theOldObjectWithoutPartnerDispatchesNothingAfterTheReceipt(World world) {
    assertThatTheQueueMoves(world, true);
  }

  private static void assertThatTheQueueMoves(World world, boolean partnerCloses) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record).mayBeCalled());
      channel.port1().postMessage("1");
      channel.port1().postMessage("2");
      channel.port1().postMessage("3");
      if (partnerCloses) {
        channel.port1().close();
      }
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        channel.port2().onmessage(reaction("old, too late", Event::record).neverCalled());
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    moved.onmessage(reaction("new", Event::record).mayBeCalled());

    assertThat(world.settle()).neverCalled("old, too late");
    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("1", "2", "3");
  }
}
