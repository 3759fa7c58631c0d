package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.domException;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.regexp;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Own properties of objects other than arrays and plain objects: HTML, StructuredSerializeInternal, step 26. */
class InventedPropertiesTest {

  /** A wrapper loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void wrappersLoseThem(World world) {
    assertThat(cloneOf(world, list(boxed("s").own("x", 1), boxed(7).own("x", 1), boxed(true).own("x", 1)))
            .observed("clone"))
        .isEqualTo(list(boxed("s"), boxed(7), boxed(true)));
  }

  /** A Date loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void datesLoseThem(World world) {
    assertThat(cloneOf(world, date(7).own("x", 1)).observed("clone")).isEqualTo(date(7));
  }

  /** A RegExp loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void regularExpressionsLoseThem(World world) {
    assertThat(cloneOf(world, regexp("a", "g").own("x", 1)).observed("clone")).isEqualTo(regexp("a", "g"));
  }

  /** A buffer loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void buffersLoseThem(World world) {
    assertThat(cloneOf(world, bytes(1).own("x", 1)).observed("clone")).isEqualTo(bytes(1));
  }

  /** A shared buffer loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void sharedBuffersLoseThem(World world) {
    assertThat(cloneOf(world, bytes(1).shared().own("x", 1)).observed("clone")).isEqualTo(bytes(1).shared());
  }

  /** A view loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void viewsLoseThem(World world) {
    Object message =
        list(
            view("Uint8Array", bytes(1)).at(0).length(1).own("x", 1),
            view("DataView", bytes(1)).at(0).length(1).own("x", 1));

    assertThat(cloneOf(world, message).observed("clone"))
        .isEqualTo(
            list(view("Uint8Array", bytes(1)).at(0).length(1), view("DataView", bytes(1)).at(0).length(1)));
  }

  /** A Map and a Set lose the properties that were added to them. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void collectionsLoseThem(World world) {
    assertThat(cloneOf(world, list(map("k", "v").own("x", 1), set("e").own("x", 1))).observed("clone"))
        .isEqualTo(list(map("k", "v"), set("e")));
  }

  /** A serializable platform object loses the properties that were added to it. */
  @Test
  @Verifies("sc.ser.leaf-expandos-dropped")
  void platformObjectsLoseThem(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(domException("m", "DataError").own("x", 1));
      observe("name", clone.get("name"));
      observe("x", clone.get("x"));
    });

    assertThat(world.settle().observed("name")).isEqualTo("DataError");
    assertThat(world.settle().observed("x")).isEqualTo(undefined());
  }
}
