package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Ports that are moved without a partner, or get lost on the way: HTML, transfer steps of MessagePort. */
class PortWithoutPartnerTest {

  /** A port whose partner was closed can be moved; it works as an object, and its posts reach nobody. */
  @Test
  @Verifies("port.xfer.remote-null")
  void aPortWithoutPartnerArrivesWithoutOne(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("closed", Event::record).neverCalled());
      channel.port1().close();
      carrier.port2().onmessage(reaction("carrier", event -> {
        event.record();
        attempt("use", () -> {
          event.port(0).onmessage(reaction("moved", Event::record).neverCalled());
          event.port(0).postMessage("to nobody");
          event.port(0).start();
        });
      }));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    channel.port1().postMessage("from a closed port");

    assertThat(world.settle().event("carrier").attribute("ports")).hasSize(1);
    assertThat(world.settle().outcome("use")).returned();
  }

  /** A port without a partner may be moved on. */
  @Test
  @Verifies("port.xfer.remote-null")
  void aPortWithoutPartnerMayBeMovedOn(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().close();
      carrier.port2().onmessage(reaction("carrier",
          event -> carrier.port1().postMessage("again", transferring(event.port(0))), Event::record));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().event("carrier").attribute("ports")).hasSize(1);
    assertThat(world.settle().by("carrier")).dataOf("message").containsExactly("again");
  }

  /** A moved port without a partner keeps what it had been sent before the partner closed. */
  @Test
  @Verifies({"port.xfer.remote-null", "port.recv.moves-queue"})
  void aPortWithoutPartnerKeepsItsQueue(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("last words");
      channel.port1().close();
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(Event::record);
        attempt("post", () -> event.port(0).postMessage("to nobody"));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    verifying("port.xfer.remote-null", () -> assertThat(world.settle().outcome("post")).returned());
    verifying("port.recv.moves-queue",
        () -> assertThat(world.settle()).dataOf("message").containsExactly("last words"));
  }

  /** A port that is sent to a closed port is gone: it does not come back, and its partner posts to nobody. */
  @Test
  @Verifies("port.xfer.never-received-lost")
  void aPortSentToNobodyIsGone(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("gone", Event::record).neverCalled());
      control.port2().onmessage(Event::record);
      carrier.port2().close();
      attempt("send", () -> carrier.port1().postMessage("to nobody", transferring(channel.port2())));
      attempt("post", () -> channel.port1().postMessage("to the lost port"));
    });
    world.settle();
    window.run(() -> {
      attempt("again", () -> control.port1().postMessage("refused", transferring(channel.port2())));
      attempt("post later", () -> channel.port1().postMessage("to the lost port"));
      control.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("send")).returned();
    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("post later")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** A port in a queue that is closed before anybody reads it is gone as well: closing gives nothing back. */
  @Test
  @Verifies("port.xfer.never-received-lost")
  void aPortInAQueueThatIsClosedIsGone(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("gone", Event::record).neverCalled());
      control.port2().onmessage(Event::record);
      carrier.port1().postMessage("never read", transferring(channel.port2()));
    });
    world.settle();
    carrier.port2().close();
    world.settle();
    window.run(() -> {
      attempt("again", () -> control.port1().postMessage("refused", transferring(channel.port2())));
      attempt("post", () -> channel.port1().postMessage("to the lost port"));
      attempt("close", () -> channel.port1().close());
      control.port1().postMessage("marker");
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().outcome("close")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }
}
