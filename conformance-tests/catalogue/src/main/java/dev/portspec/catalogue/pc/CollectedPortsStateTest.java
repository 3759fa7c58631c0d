package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.Event;
import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Ports are used from a collection, and what becomes of them leaves it alone: Web Messaging, broadcasting. */
class CollectedPortsStateTest {

  /** A port that was closed, and one whose partner was, are visited, and posting to them is silent. */
  @Test
  @Verifies("pc.closed-ports-stay")
  void aClosedPortStays(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      ports.channel("C").port2().onmessage(Event::record);
      ports.port("A").close();
      ports.channel("B").port2().close();
      attempt("broadcast", () -> collection.iterate(visitor("each", port -> {
        observe("each", port);
        port.postMessage("news");
      })));
    });

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
    assertThat(world.settle().outcome("broadcast")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("news");
  }

  /** A port that was transferred is visited still: the old object, not the one that was received. */
  @Test
  @Verifies("pc.closed-ports-stay")
  void aTransferredPortStays(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      ports.channel("B").port2().onmessage(event -> {});
      ports.port("B").postMessage("take it", transferring(ports.port("A")));
      collection.iterate(shows("in flight"));
    });
    world.settle();
    collection.iterate(shows("received"));

    ports.wereVisited(world.settle(), "in flight", "A", "B");
    ports.wereVisited(world.settle(), "received", "A", "B");
  }

  /** A message posted to each port in turn arrives once at each partner. */
  @Test
  @Verifies("pc.broadcast-idiom")
  void eachPartnerGetsTheMessage(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      for (String name : new String[] {"A", "B", "C"}) {
        ports.channel(name).port2().onmessage(reaction("partner of " + name, Event::record));
      }
      collection.iterate(visitor("each", port -> {
        observe("each", port);
        port.postMessage("news");
      }));
    });

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
    for (String name : new String[] {"A", "B", "C"}) {
      assertThat(world.settle().by("partner of " + name)).dataOf("message").containsExactly("news");
    }
  }

  /** Who has left the collection gets nothing more. */
  @Test
  @Verifies("pc.broadcast-idiom")
  void whoLeftGetsNothing(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      ports.channel("A").port2().onmessage(reaction("partner of A", Event::record));
      ports.channel("B").port2().onmessage(reaction("partner of B", Event::record));
      collection.iterate(visitor("first", port -> port.postMessage("one")).called(2));
      collection.remove(ports.port("A"));
      collection.iterate(visitor("second", port -> port.postMessage("two")).called(1));
    });

    assertThat(world.settle().by("partner of A")).dataOf("message").containsExactly("one");
    assertThat(world.settle().by("partner of B")).dataOf("message").containsExactly("one", "two");
    assertThat(world.settle()).mayShow("A", "B");
  }
}
