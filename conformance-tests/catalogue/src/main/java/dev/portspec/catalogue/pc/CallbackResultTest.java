package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What the callback returns: Web Messaging, PortCollectionCallback. */
class CallbackResultTest {

  /** A callback that returns false is called for the other ports all the same, and iterate() returns nothing of it. */
  @Test
  @Verifies("pc.iterate.return-ignored")
  void falseDoesNotEndIt(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> attempt("iterate", () -> collection.iterate(visitor("each", port -> {
      observe("each", port);
      returns(false);
    }))));

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
    assertThat(world.settle().outcome("iterate")).returned(undefined());
  }

  /** A callback that returns true, or the port, changes nothing either. */
  @Test
  @Verifies("pc.iterate.return-ignored")
  void otherValuesDoNotMatter(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      collection.iterate(
          visitor(
              "each",
              port -> {
                observe("each", port);
                returns(true);
              },
              port -> {
                observe("each", port);
                returns(port);
              },
              port -> observe("each", port)));
      collection.iterate(shows("again"));
    });

    ports.wereVisited(world.settle(), "each", "A", "B", "C");
    ports.wereVisited(world.settle(), "again", "A", "B", "C");
  }
}
