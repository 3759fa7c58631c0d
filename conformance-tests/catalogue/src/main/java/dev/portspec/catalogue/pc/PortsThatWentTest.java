package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.Channel;
import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.Watched;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/**
 * What a collection shows of ports that were collected as garbage: Web Messaging, a collection's list. Where they are
 * not collected there is nothing to be seen, and no verdict.
 */
class PortsThatWentTest {

  /** Ports that went are not visited, and the others keep their order. */
  @Test
  @Verifies("pc.gc-removes-silently")
  void onlyTheOthersAreVisited(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = window.newPortCollection();
    Watched dropped = window.newWatched();

    window.run(() -> {
      for (String name : new String[] {"A", "B", "C"}) {
        addAndDrop(window, collection, dropped);
        collection.add(ports.port(name));
      }
      addAndDrop(window, collection, dropped);
    });
    dropped.collectAll();
    collection.iterate(shows("each"));

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
  }

  /** A collection all of whose ports were closed and went calls nobody back. */
  @Test
  @Verifies("pc.gc-removes-silently")
  void nobodyIsLeftToVisit(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched dropped = window.newWatched();

    window.run(() -> {
      addCloseAndDrop(window, collection, dropped);
      addCloseAndDrop(window, collection, dropped);
    });
    dropped.collectAll();
    window.run(() -> attempt("iterate", () -> collection.iterate(visitor("each", port -> {}).neverCalled())));

    assertThat(world.settle().outcome("iterate")).returned();
    assertThat(world.settle()).neverCalled("each");
  }

  /** Once closed ports went, the collection takes and gives up others as before. */
  @Test
  @Verifies("pc.gc-removes-silently")
  void theCollectionGoesOn(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = window.newPortCollection();
    Watched dropped = window.newWatched();

    window.run(() -> {
      collection.add(ports.port("A"));
      addCloseAndDrop(window, collection, dropped);
      collection.add(ports.port("B"));
    });
    dropped.collectAll();
    window.run(() -> {
      collection.add(ports.port("B"));
      collection.add(ports.port("C"));
      collection.remove(ports.port("A"));
      collection.iterate(shows("changed"));
      collection.clear();
      collection.add(ports.port("A"));
      collection.iterate(shows("cleared"));
    });

    ports.wereVisited(world.settle(), "changed", "B", "C");
    ports.wereVisited(world.settle(), "cleared", "A");
  }

  /** Ports that are held elsewhere stay, whatever is collected around them. */
  @Test
  @Verifies("pc.gc-removes-silently")
  void portsThatAreHeldStay(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    world.collectGarbage();
    collection.iterate(shows("one"));
    world.collectGarbage();
    collection.iterate(shows("two"));

    ports.wereVisited(world.settle(), "one", "A", "B");
    ports.wereVisited(world.settle(), "two", "A", "B");
  }

  private static void addAndDrop(Realm window, PortCollectionHandle collection, Watched dropped) {
    drop(window, collection, dropped, window.newChannel());
  }

  /** A port that was closed: there are implementations that collect no other. */
  private static void addCloseAndDrop(Realm window, PortCollectionHandle collection, Watched dropped) {
    Channel channel = window.newChannel();
    channel.port1().close();
    drop(window, collection, dropped, channel);
  }

  private static void drop(Realm window, PortCollectionHandle collection, Watched dropped, Channel channel) {
    collection.add(channel.port1());
    dropped.add(channel.port1());
    window.forget(channel);
  }
}
