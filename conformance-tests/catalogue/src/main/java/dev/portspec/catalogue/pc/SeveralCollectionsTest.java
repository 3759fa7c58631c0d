package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Ports that are in several collections: Web Messaging, a collection's list. */
class SeveralCollectionsTest {

  /** Clearing one collection leaves its ports in the other. */
  @Test
  @Verifies("pc.independent-collections")
  void clearingOneLeavesTheOther(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle one = ports.collect(window);
    PortCollectionHandle other = ports.collect(window);

    window.run(() -> {
      one.clear();
      one.iterate(shows("one"));
      other.iterate(shows("other"));
    });

    assertThat(world.settle()).neverCalled("one");
    ports.wereVisited(world.settle(), "other", "A", "B");
  }

  /** Removing a port from one collection leaves it in the other. */
  @Test
  @Verifies("pc.independent-collections")
  void removingFromOneLeavesItInTheOther(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle one = ports.collect(window);
    PortCollectionHandle other = ports.collect(window);

    window.run(() -> {
      one.remove(ports.port("A"));
      one.iterate(shows("one"));
      other.iterate(shows("other"));
    });

    ports.wereVisited(world.settle(), "one", "B");
    ports.wereVisited(world.settle(), "other", "A", "B");
  }

  /** Each collection has an order of its own. */
  @Test
  @Verifies("pc.independent-collections")
  void eachHasItsOwnOrder(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle one = ports.collect(window);
    PortCollectionHandle other = window.newPortCollection();

    window.run(() -> {
      other.add(ports.port("B"));
      other.add(ports.port("A"));
      one.iterate(shows("one"));
      other.iterate(shows("other"));
    });

    ports.wereVisited(world.settle(), "one", "A", "B");
    ports.wereVisited(world.settle(), "other", "B", "A");
  }
}
