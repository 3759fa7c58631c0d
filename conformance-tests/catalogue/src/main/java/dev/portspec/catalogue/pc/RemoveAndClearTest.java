package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Taking ports out: Web Messaging, remove() and clear(). */
class RemoveAndClearTest {

  /** A port that was removed is visited no more; the others stay in their order. */
  @Test
  @Verifies("pc.remove.removes")
  void aRemovedPortIsGone(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.remove(ports.port("B"));
      collection.iterate(shows("without B"));
      collection.remove(ports.port("A"));
      collection.iterate(shows("without A"));
    });

    ports.wereVisited(world.settle(), "without B", "A", "C");
    ports.wereVisited(world.settle(), "without A", "C");
  }

  /** The only port can be removed, which leaves nothing. */
  @Test
  @Verifies("pc.remove.removes")
  void theOnlyPortCanBeRemoved(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.iterate(shows("before"));
      collection.remove(ports.port("A"));
      collection.iterate(shows("after"));
    });

    ports.wereVisited(world.settle(), "before", "A");
    assertThat(world.settle()).neverCalled("after");
  }

  /** Removing a port that is not there changes nothing. */
  @Test
  @Verifies("pc.remove.absent-noop")
  void aStrangerCanBeRemoved(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B", "stranger");

    window.run(() -> {
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      attempt("stranger removed", () -> collection.remove(ports.port("stranger")));
      attempt("partner removed", () -> collection.remove(ports.channel("A").port2()));
      collection.iterate(shows("each"));
    });

    assertThat(world.settle().outcome("stranger removed")).returned();
    assertThat(world.settle().outcome("partner removed")).returned();
    ports.wereVisited(world.settle(), "each", "A", "B");
  }

  /** Removing a port twice, or from an empty collection, changes nothing. */
  @Test
  @Verifies("pc.remove.absent-noop")
  void aPortCanBeRemovedTwice(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B");

    window.run(() -> {
      attempt("of none", () -> collection.remove(ports.port("A")));
      collection.add(ports.port("A"));
      collection.add(ports.port("B"));
      collection.remove(ports.port("A"));
      attempt("again", () -> collection.remove(ports.port("A")));
      collection.iterate(shows("each"));
    });

    assertThat(world.settle().outcome("of none")).returned();
    assertThat(world.settle().outcome("again")).returned();
    ports.wereVisited(world.settle(), "each", "B");
  }

  /** After clear() nothing is visited, and ports can be added again. */
  @Test
  @Verifies("pc.clear.empties")
  void clearTakesEverythingOut(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.iterate(shows("before"));
      collection.clear();
      collection.iterate(shows("cleared"));
      collection.add(ports.port("B"));
      collection.iterate(shows("after"));
    });

    ports.wereVisited(world.settle(), "before", "A", "B", "C");
    assertThat(world.settle()).neverCalled("cleared");
    ports.wereVisited(world.settle(), "after", "B");
  }

  /** Clearing what is empty, new or cleared, changes nothing. */
  @Test
  @Verifies("pc.clear.empty-noop")
  void clearIsSilentWhereNothingIs(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A");

    window.run(() -> {
      attempt("new", collection::clear);
      collection.add(ports.port("A"));
      collection.clear();
      attempt("cleared", collection::clear);
      collection.add(ports.port("A"));
      collection.iterate(shows("each"));
    });

    assertThat(world.settle().outcome("new")).returned();
    assertThat(world.settle().outcome("cleared")).returned();
    ports.wereVisited(world.settle(), "each", "A");
  }
}
