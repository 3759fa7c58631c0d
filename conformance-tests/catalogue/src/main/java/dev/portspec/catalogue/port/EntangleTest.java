package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What entangling does to a pair that was there: HTML, "entangle", as the transfer-receiving steps run it. */
class EntangleTest {

  /** Once a port was received, its old object no longer receives what the far end sends. */
  @Test
  @Verifies({"port.entangle.links", "port.entangle.unlinks-previous"})
  void theFarEndReachesTheNewObjectAlone(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record));
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });
    world.settle();

    channel.port1().postMessage("after the move");

    verifying("port.entangle.links",
        () -> assertThat(world.settle().by("new")).dataOf("message").containsExactly("after the move"));
    verifying("port.entangle.unlinks-previous",
        () -> assertThat(world.settle().by("old")).dataOf("message").isEmpty());
  }

  /** The new object and the far end are a channel: messages pass in both directions. */
  @Test
  @Verifies("port.entangle.links")
  void theNewObjectAndTheFarEndTalk(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(event -> {
        observe("at the far end", event.data());
        channel.port1().postMessage("answer");
      });
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("new", Event::record));
        event.port(0).postMessage("question");
      });
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("at the far end")).isEqualTo("question");
    assertThat(world.settle().by("new")).dataOf("message").containsExactly("answer");
  }

  /** Once the new object is linked, what is posted on the old one reaches nobody. */
  @Test
  @Verifies("port.entangle.unlinks-previous")
  void theOldObjectReachesNobody(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    Port moved = window.port("moved");
    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });
    world.settle();

    window.run(() -> {
      channel.port2().postMessage("of the old object");
      moved.postMessage("of the new object");
    });

    assertThat(world.settle().by("far end")).dataOf("message").containsExactly("of the new object");
  }

  /** After two moves the far end reaches the last object, and neither of the two before it. */
  @Test
  @Verifies({"port.entangle.links", "port.entangle.unlinks-previous"})
  void afterTwoMovesTheLastObjectIsLinked(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    Port first = window.port("first");
    Port second = window.port("second");
    window.run(() -> {
      carrier.port2().onmessage(
          reaction("carrier", event -> event.port(0).keepAs(first), event -> event.port(0).keepAs(second)));
      carrier.port1().postMessage("first move", transferring(channel.port2()));
    });
    world.settle();
    carrier.port1().postMessage("second move", transferring(first));
    world.settle();

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record));
      first.onmessage(reaction("first", Event::record));
      second.onmessage(reaction("second", Event::record));
      channel.port1().postMessage("after both moves");
    });

    verifying("port.entangle.links",
        () -> assertThat(world.settle().by("second")).dataOf("message").containsExactly("after both moves"));
    verifying("port.entangle.unlinks-previous",
        () -> assertThat(world.settle().by("old", "first")).dataOf("message").isEmpty());
  }
}
