package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What is in a collection, and in which order: Web Messaging, the constructor and add(). */
class CollectionListTest {

  /** A new collection has no ports. */
  @Test
  @Verifies("pc.ctor.empty")
  void aNewCollectionIsEmpty(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A");

    window.run(() -> {
      collection.iterate(shows("before"));
      collection.add(ports.port("A"));
      collection.iterate(shows("after"));
    });

    assertThat(world.settle()).neverCalled("before");
    ports.wereVisited(world.settle(), "after", "A");
  }

  /** A new collection has nothing of an older one. */
  @Test
  @Verifies("pc.ctor.empty")
  void aSecondCollectionIsEmpty(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A");

    window.run(() -> {
      PortCollectionHandle first = window.newPortCollection();
      first.add(ports.port("A"));
      window.newPortCollection().iterate(shows("second"));
      first.iterate(shows("first"));
    });

    assertThat(world.settle()).neverCalled("second");
    ports.wereVisited(world.settle(), "first", "A");
  }

  /** Ports come in the order in which they were added, not that in which they were made. */
  @Test
  @Verifies("pc.add.appends")
  void portsComeInTheOrderOfAdding(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C", "D");

    window.run(() -> {
      collection.add(ports.port("C"));
      collection.add(ports.port("A"));
      collection.add(ports.port("D"));
      collection.add(ports.port("B"));
      collection.iterate(shows("each"));
    });

    ports.wereVisited(world.settle(), "each", "C", "A", "D", "B");
  }

  /** A port that is added in a later task comes last. */
  @Test
  @Verifies("pc.add.appends")
  void aPortThatIsAddedLaterComesLast(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A", "B");

    collection.add(ports.port("B"));
    collection.iterate(shows("one"));
    collection.add(ports.port("A"));
    collection.iterate(shows("two"));

    ports.wereVisited(world.settle(), "one", "B");
    ports.wereVisited(world.settle(), "two", "B", "A");
  }

  /** Both ports of a channel can be added: they are two. */
  @Test
  @Verifies("pc.add.appends")
  void bothPortsOfAChannelCanBeAdded(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port1", channel.port1());
      observe("port2", channel.port2());
      collection.add(channel.port1());
      collection.add(channel.port2());
      collection.iterate(shows("each"));
    });

    assertThat(world.settle()).called("each", 2);
    assertThat(world.settle().observed("each", 0)).isSameAs(world.settle().observed("port1"));
    assertThat(world.settle().observed("each", 1)).isSameAs(world.settle().observed("port2"));
  }

  /** A port that was received can be added. */
  @Test
  @Verifies("pc.add.appends")
  void aReceivedPortCanBeAdded(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    NamedPorts ports = new NamedPorts(window, "A");
    Channel carrier = window.newChannel();
    Port received = window.port("received");

    window.run(() -> {
      collection.add(ports.port("A"));
      carrier.port2().onmessage(event -> event.port(0).keepAs(received));
      carrier.port1().postMessage("a port", transferring(window.newChannel().port1()));
    });
    world.settle();
    window.run(() -> {
      observe("received", received);
      collection.add(received);
      collection.iterate(shows("each"));
    });

    assertThat(world.settle()).called("each", 2);
    assertThat(world.settle().observed("each", 0)).isSameAs(world.settle().observed("A"));
    assertThat(world.settle().observed("each", 1)).isSameAs(world.settle().observed("received"));
  }
}
