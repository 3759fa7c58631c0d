package dev.portspec.catalogue.pc;

import static dev.portspec.catalogue.pc.NamedPorts.shows;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** An exception of the callback: Web Messaging, iterate(), and Web IDL on callbacks. */
class ThrowingCallbackTest {

  /** The exception ends iterate(), so that the ports that remain are not visited. */
  @Test
  @Verifies("pc.iterate.exception")
  void thePortsThatRemainAreNotVisited(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B", "C");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> attempt("iterate", () -> collection.iterate(
        visitor(
            "each",
            port -> observe("each", port),
            port -> {
              observe("each", port);
              raise("enough");
            }))));

    ports.wereVisited(world.settle(), "each", "A", "B");
    assertThat(world.settle().outcome("iterate")).threwValue("enough");
  }

  /** The caller of iterate() catches the very object that was thrown; nothing is reported. */
  @Test
  @Verifies("pc.iterate.exception")
  void theCallerCatchesTheVeryObject(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = new NamedPorts(window, "A").collect(window);
    Value thrown = window.keep(error("RangeError", "enough"));

    window.run(() -> {
      observe("thrown", thrown);
      attempt("iterate", () -> collection.iterate(visitor("each", port -> raise(thrown))));
    });

    assertThat(world.settle().outcome("iterate")).threwSame(world.settle().observed("thrown"));
    assertThat(world.settle()).mayShow("A");
  }

  /** The collection is as it was before: the next iterate() visits all ports. */
  @Test
  @Verifies("pc.iterate.exception")
  void theCollectionIsNotHarmed(World world) {
    Realm window = world.window();
    NamedPorts ports = new NamedPorts(window, "A", "B");
    PortCollectionHandle collection = ports.collect(window);

    window.run(() -> {
      attempt("iterate", () -> collection.iterate(visitor("throws", port -> raise("enough"))));
      collection.iterate(shows("each"));
    });

    assertThat(world.settle().outcome("iterate")).threwValue("enough");
    ports.wereVisited(world.settle(), "each", "A", "B");
  }
}
