package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What the operations take and return: Web Messaging, the interface PortCollection, and Web IDL. */
class CollectionArgumentsTest {

  /** Null is no port and no callback: it is refused with a TypeError, and the list stays as it is. */
  @Test
  @Verifies("pc.type-check")
  void nullIsRefused(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      attempt("add", () -> collection.callWithNull("add"));
      attempt("remove", () -> collection.callWithNull("remove"));
      attempt("iterate", () -> collection.callWithNull("iterate"));
      collection.iterate(shows("each"));
    });

    assertThat(world.settle().outcome("add")).threwError("TypeError");
    assertThat(world.settle().outcome("remove")).threwError("TypeError");
    assertThat(world.settle().outcome("iterate")).threwError("TypeError");
    ports.wereVisited(world.settle(), "each", "A");
  }

  /** Null is refused by an empty collection as well. */
  @Test
  @Verifies("pc.type-check")
  void nullIsRefusedThoughThereIsNobodyToVisit(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();

    window.run(() -> {
      attempt("remove", () -> collection.callWithNull("remove"));
      attempt("iterate", () -> collection.callWithNull("iterate"));
    });

    assertThat(world.settle().outcome("remove")).threwError("TypeError");
    assertThat(world.settle().outcome("iterate")).threwError("TypeError");
  }

  /** What is no port, or no callback, is refused with a TypeError. */
  @Test
  @Verifies("pc.type-check")
  void otherValuesAreRefused(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();

    window.run(() -> {
      untyped();
      attempt("add nothing", () -> collection.call("add"));
      attempt("add an object", () -> collection.call("add", object()));
      attempt("add a channel", () -> collection.call("add", window.newChannel()));
      attempt("remove a string", () -> collection.call("remove", "a string"));
      attempt("iterate an object", () -> collection.call("iterate", object()));
    });

    assertThat(world.settle().outcome("add nothing")).threwError("TypeError");
    assertThat(world.settle().outcome("add an object")).threwError("TypeError");
    assertThat(world.settle().outcome("add a channel")).threwError("TypeError");
    assertThat(world.settle().outcome("remove a string")).threwError("TypeError");
    assertThat(world.settle().outcome("iterate an object")).threwError("TypeError");
  }

  /** No operation returns anything. */
  @Test
  @Verifies("pc.void-returns")
  void everyOperationReturnsUndefined(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A");
    PortCollectionHandle collection = window.newPortCollection();

    window.run(() -> {
      attempt("add", () -> collection.add(ports.port("A")));
      attempt("add again", () -> collection.add(ports.port("A")));
      attempt("iterate", () -> collection.iterate(shows("each")));
      attempt("remove", () -> collection.remove(ports.port("A")));
      attempt("clear", collection::clear);
    });

    assertThat(world.settle().outcome("add")).returned(undefined());
    assertThat(world.settle().outcome("add again")).returned(undefined());
    assertThat(world.settle().outcome("iterate")).returned(undefined());
    assertThat(world.settle().outcome("remove")).returned(undefined());
    assertThat(world.settle().outcome("clear")).returned(undefined());
    ports.wereVisited(world.settle(), "each", "A");
  }
}
