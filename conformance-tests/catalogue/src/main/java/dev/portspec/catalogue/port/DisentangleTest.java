package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Two ports that were separated stay so: HTML, "disentangle", and what there is to entangle ports again. */
class DisentangleTest {

  /** Neither start() nor handlers, on either port, bring a closed channel back. */
  @Test
  @Verifies("port.disentangle.irreversible")
  void startAndHandlersDoNotReviveAChannel(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();
    channel.port2().close();

    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(reaction("port2", Event::record));
      channel.port1().start();
      channel.port2().start();
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
      control.port2().onmessage(reaction("control", Event::record));
      control.port1().postMessage("m");
    });

    assertThat(world.settle().by("control")).dataOf("message").containsExactly("m");
    assertThat(world.settle().by("port1", "port2")).dataOf("message").isEmpty();
  }

  /** A port whose partner was closed is not linked again by moving it, whether or not it can be moved. */
  @Test
  @Verifies("port.disentangle.irreversible")
  void movingThePartnerOfAClosedPortDoesNotReviveAChannel(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("closed", Event::record));
      channel.port2().close();
      Reaction receiver = reaction("receiver", event -> {
        event.port(0).onmessage(reaction("moved", Event::record));
        event.port(0).postMessage("for the closed");
      });
      carrier.port2().onmessage(receiver.mayBeCalled());
      attempt("transfer", () -> carrier.port1().postMessage("a port", transferring(channel.port1())));
    });
    assertThat(world.settle()).mayShow("transfer");

    channel.port2().postMessage("for the moved");

    assertThat(world.settle().by("closed", "moved")).dataOf("message").isEmpty();
  }

  /** A closed port that is listed for transfer, whether or not that is refused, is not linked again. */
  @Test
  @Verifies("port.disentangle.irreversible")
  void tryingToMoveAClosedPortDoesNotReviveAChannel(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      channel.port1().onmessage(reaction("partner", Event::record));
      channel.port2().close();
      Reaction receiver = reaction("receiver", event -> {
        event.port(0).onmessage(reaction("moved", Event::record));
        event.port(0).postMessage("for the partner");
      });
      carrier.port2().onmessage(receiver.mayBeCalled());
      attempt("transfer", () -> carrier.port1().postMessage("a port", transferring(channel.port2())));
    });
    assertThat(world.settle()).mayShow("transfer");

    window.run(() -> {
      channel.port1().postMessage("for the closed");
      channel.port2().postMessage("for the partner");
    });

    assertThat(world.settle().by("partner", "moved")).dataOf("message").isEmpty();
  }
}
