package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.domException;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.regexp;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Objects of each kind that are reached on two ways: HTML, StructuredSerializeInternal, steps 2 and 25. */
class SharedKindsTest {

  /** A Map, a Set and an array that are reached twice stay one each. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void collectionsStayOne(World world) {
    assertStayOne(world, map("k", "v"), set("e"), list("e"), list("e").own("x", "y"));
  }

  /** A wrapper that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void wrappersStayOne(World world) {
    assertStayOne(world, boxed("s"), boxed(7), boxed(true));
  }

  /** A Date that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void datesStayOne(World world) {
    assertStayOne(world, date(7));
  }

  /** A RegExp that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void regularExpressionsStayOne(World world) {
    assertStayOne(world, regexp("a", "g"));
  }

  /** An error that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void errorsStayOne(World world) {
    assertStayOne(world, error("RangeError", "m"));
  }

  /** A buffer that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void buffersStayOne(World world) {
    assertStayOne(world, bytes(1, 2));
  }

  /** A shared buffer that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void sharedBuffersStayOne(World world) {
    assertStayOne(world, bytes(1, 2).shared());
  }

  /** A view that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void viewsStayOne(World world) {
    assertStayOne(world, view("Uint8Array", bytes(1, 2)));
  }

  /** A DOMException that is reached twice stays one. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void platformObjectsStayOne(World world) {
    assertStayOne(world, domException("m", "DataError"));
  }

  private static void assertStayOne(World world, Object... values) {
    Realm window = world.window();

    window.run(() -> {
      for (int i = 0; i < values.length; i++) {
        Value clone = window.structuredClone(list(values[i], object().with("a", values[i])));
        observe("first " + i, clone.get(0));
        observe("second " + i, clone.get(1).get("a"));
      }
    });

    for (int i = 0; i < values.length; i++) {
      assertThat(world.settle().observed("second " + i)).isSameAs(world.settle().observed("first " + i));
    }
  }
}
