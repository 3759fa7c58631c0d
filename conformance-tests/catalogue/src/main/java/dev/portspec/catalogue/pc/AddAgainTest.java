package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Adding a port that is there, and one that was there: Web Messaging, add() and a collection's list. */
class AddAgainTest {

  /** A port that is added again stays where it is, and is visited once. */
  @Test
  @Verifies("pc.add.present-noop")
  void aPortThatIsThereDoesNotMove(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");

    window.run(() -> {
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      collection.add(ports.port("A"));
      collection.add(ports.port("C"));
      collection.add(ports.port("B"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
  }

  /** The last port is visited once as well, however often it was added. */
  @Test
  @Verifies("pc.add.present-noop")
  void theLastPortIsNotRepeated(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B");

    window.run(() -> {
      collection.add(ports.port("A"));
      for (int i = 0; i < 4; i++) {
        collection.add(ports.port("B"));
      }
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "A", "B");
  }

  /** What was added twice is removed once. */
  @Test
  @Verifies("pc.add.present-noop")
  void oneRemovalUndoesTwoAdditions(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B");

    window.run(() -> {
      collection.add(ports.port("A"));
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      collection.remove(ports.port("A"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "B");
  }

  /** A port that was removed and added again comes last. */
  @Test
  @Verifies("pc.order.last-added")
  void aPortThatComesBackComesLast(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.remove(ports.port("A"));
      collection.add(ports.port("A"));
      collection.remove(ports.port("B"));
      collection.add(ports.port("B"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "C", "A", "B");
  }

  /** After clear() the order begins anew. */
  @Test
  @Verifies("pc.order.last-added")
  void clearForgetsTheOrder(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.clear();
      collection.add(ports.port("B"));
      collection.add(ports.port("A"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "B", "A");
  }

  /** An addition that did nothing does not count as the most recent. */
  @Test
  @Verifies("pc.order.last-added")
  void onlyAnAdditionThatAddsCounts(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");

    window.run(() -> {
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      collection.remove(ports.port("A"));
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      collection.add(ports.port("C"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "B", "A", "C");
  }
}
