package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Transferables;
import dev.portspec.harness.generate.Transferables.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which ports arrive, whatever is listed and mentioned: HTML, "message port post message steps", step 7. */
class TransferredPortProperties {
  private static final int TRIES = 40;

  /**
   * Every port that is listed is in the event's ports, at its place among the ports of the list, wherever the message
   * has it; what is posted to its partner arrives there.
   */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"port.post.ports-order", "port.post.ports-all-transferred", "port.post.ports-identity"})
  void portsArriveInTheOrderOfTheList(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    List<Item> ports = new ArrayList<>();
    List<Item> mentioned = new ArrayList<>();

    window.run(() -> {
      Transferables drawn = Transferables.of(draw, window, world::claims);
      ports.addAll(drawn.inList().stream().filter(Item::isPort).toList());
      mentioned.addAll(drawn.inMessage());
      carrier.port2().onmessage(event -> receive(event, ports, mentioned));
      carrier.port1().postMessage(drawn.message(), drawn.listed());
      for (int i = 0; i < ports.size(); i++) {
        Objects.requireNonNull(ports.get(i).partner()).postMessage("for " + i);
      }
    });

    verifying("port.post.ports-all-transferred", () ->
        assertThat(world.settle().observed("number of ports")).isEqualTo(ports.size()));
    verifying("port.post.ports-order", () -> {
      for (int i = 0; i < ports.size(); i++) {
        assertThat(world.settle().by("at " + i).dataOf("message")).containsExactly("for " + i);
      }
    });
    verifying("port.post.ports-identity", () -> {
      for (int i = 0; i < ports.size(); i++) {
        if (ports.get(i).isMentioned()) {
          assertThat(world.settle().observed("port " + i + " in data"))
              .isSameAs(world.settle().observed("port " + i));
        }
      }
    });
  }

  private static void receive(Event event, List<Item> ports, List<Item> mentioned) {
    observe("number of ports", event.get("ports").get("length"));
    for (int i = 0; i < ports.size(); i++) {
      event.port(i).onmessage(reaction("at " + i, Event::record));
      if (ports.get(i).isMentioned()) {
        observe("port " + i, event.port(i));
        observe("port " + i + " in data", event.data().get(mentioned.indexOf(ports.get(i))));
      }
    }
  }
}
