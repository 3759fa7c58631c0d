package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** How the callback is called: Web Messaging, iterate(). */
class IterateTest {

  /** The callback is called once for each port, with that port and nothing else. */
  @Test
  @Verifies("pc.iterate.once-each")
  void eachPortIsTheOnlyArgumentOnce(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> collection.iterate(shows("each")));

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
    assertThat(world.settle()).calledWith("each", 1, 1, 1);
  }

  /** Each iterate() visits all ports anew. */
  @Test
  @Verifies("pc.iterate.once-each")
  void aSecondIterateVisitsAllAgain(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.iterate(shows("one"));
      collection.iterate(shows("two"));
    });
    collection.iterate(shows("later"));

    ports.wereVisited(world.settle(), "one", "A", "B");
    ports.wereVisited(world.settle(), "two", "A", "B");
    ports.wereVisited(world.settle(), "later", "A", "B");
  }

  /** An iterate() inside the callback visits all ports, and does not disturb the outer one. */
  @Test
  @Verifies("pc.iterate.once-each")
  void iterateCanBeNested(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> collection.iterate(
        visitor(
            "outer",
            port -> {
              observe("outer", port);
              collection.iterate(shows("inner"));
            },
            port -> observe("outer", port))));

    ports.wereVisited(world.settle(), "outer", "A", "B");
    ports.wereVisited(world.settle(), "inner", "A", "B");
  }

  /** All calls have ended when iterate() returns. */
  @Test
  @Verifies("pc.iterate.sync")
  void theCallsAreOverWhenIterateReturns(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = new NamedPorts(window, "A", "B").collect(window);

    window.run(() -> {
      mark("before");
      collection.iterate(visitor("each", port -> {}).called(2));
      mark("after");
    });

    assertThat(world.settle()).marks("before", "each", "each", "after");
    assertThat(world.settle()).mayShow("A", "B");
  }

  /** No microtask runs between the calls: they are made by the script. */
  @Test
  @Verifies("pc.iterate.sync")
  void microtasksWait(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = new NamedPorts(window, "A", "B").collect(window);

    window.run(() -> {
      microtask("earlier");
      collection.iterate(visitor("each", port -> microtask("of a call")).called(2));
      mark("after");
    });

    assertThat(world.settle()).marks("each", "each", "after", "earlier", "of a call", "of a call");
    assertThat(world.settle()).mayShow("A", "B");
  }
}
