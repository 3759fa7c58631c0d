package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Which ports may be collected, and that nobody is hurt by it: HTML, ports and garbage collection. */
class UnreachablePortsTest {

  /** Whether or not a port without listener was collected, its partner posts to it without an exception. */
  @Test
  @Verifies("port.gc.no-listener-collectable")
  void aPortWithoutListenerMayGoUnnoticed(World world) {
    Realm window = world.window();
    Channel control = window.newChannel();
    Port sender = window.port("sender");

    window.run(() -> {
      control.port2().onmessage(Event::record);
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(sender);
      window.forget(dropped);
    });
    world.collectGarbage();
    window.run(() -> {
      attempt("use", () -> {
        sender.postMessage("to nobody");
        sender.start();
        sender.close();
      });
      control.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("use")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** Whether or not channels that nobody refers to were collected, the others go on. */
  @Test
  @Verifies("port.gc.both-unreachable")
  void unreachableChannelsGoUnnoticed(World world) {
    Realm window = world.window();
    Channel control = window.newChannel();

    window.run(() -> {
      control.port2().onmessage(Event::record);
      for (int i = 0; i < 8; i++) {
        Channel dropped = window.newChannel();
        dropped.port1().onmessage(reaction("dropped 1", Event::record).neverCalled());
        dropped.port2().onmessage(reaction("dropped 2", Event::record).neverCalled());
        window.forget(dropped);
      }
    });
    world.collectGarbage();
    control.port1().postMessage("marker");

    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** When a port is collected, its partner may hear of it. */
  @Test
  @Verifies("port.gc.disentangles")
  void aCollectedPortIsSeparatedFromItsPartner(World world) {
    Realm window = world.window();
    Port kept = window.port("kept");

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(kept);
      kept.addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      window.forget(dropped);
    });
    world.collectGarbage();

    assertThat(world.settle()).showsOneOf(
        outcome("fired", t -> assertThat(t).called("partner", 1)),
        outcome("silent", t -> assertThat(t).neverCalled("partner")));
  }
}
