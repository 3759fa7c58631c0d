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

/** What close() leaves of the other end: HTML, the close() method of MessagePort. */
class PartnerOfAClosedPortTest {

  /** The partner of a closed port can be transferred in the same task, and later. */
  @Test
  @Verifies("port.close.peer-not-detached")
  void thePartnerOfAClosedPortCanBeTransferred(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel first = window.newChannel();
    Channel second = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(reaction("carrier", Event::record));
      first.port1().close();
      second.port1().close();
      attempt("same task", () -> carrier.port1().postMessage("one", transferring(first.port2())));
    });
    world.settle();
    window.attempt("later task", () -> carrier.port1().postMessage("two", transferring(second.port2())));

    assertThat(world.settle().outcome("same task")).returned();
    assertThat(world.settle().outcome("later task")).returned();
    assertThat(world.settle().event("carrier", 0).attribute("ports")).hasSize(1);
    assertThat(world.settle().event("carrier", 1).attribute("ports")).hasSize(1);
    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A received port whose partner closes in a handler can be sent on. */
  @Test
  @Verifies("port.close.peer-not-detached")
  void aReceivedPortWhosePartnerClosesCanBeSentOn(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port1().onmessage(reaction("back", Event::record));
      carrier.port2().onmessage(event -> {
        channel.port1().close();
        attempt("send on", () -> carrier.port2().postMessage("back", transferring(event.port(0))));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("send on")).returned();
    assertThat(world.settle().event("back").attribute("ports")).hasSize(1);
    assertThat(world.settle()).dataOf("message").containsExactly("back");
  }
}
