package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.arrayOf;
import static dev.portspec.harness.Vocabulary.hole;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Arrays: HTML, StructuredSerializeInternal, steps 18 and 26. */
class ArraysTest {

  /** An array keeps its length, also where it goes beyond the last element. */
  @Test
  @Verifies("sc.ser.array-length")
  void theLengthArrives(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("full", window.structuredClone(list("a", "b", "c")).get("length"));
      observe("longer", window.structuredClone(list("a", "b", "c", hole(), hole())).get("length"));
      observe("empty", window.structuredClone(list()).get("length"));
      observe("holes only", window.structuredClone(list(hole(), hole())).get("length"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("full")).isEqualTo(3);
    assertThat(trace.observed("longer")).isEqualTo(5);
    assertThat(trace.observed("empty")).isEqualTo(0);
    assertThat(trace.observed("holes only")).isEqualTo(2);
  }

  /** Holes stay holes, and elements that are undefined stay elements. */
  @Test
  @Verifies("sc.ser.array-holes")
  void holesArrive(World world) {
    assertArrives(world, list(hole(), "a", hole(), undefined(), hole()));
  }

  /** Properties of an array that are no indices are kept. */
  @Test
  @Verifies("sc.ser.array-extra-props")
  void otherPropertiesArrive(World world) {
    assertArrives(world, list("a", "b").own("-1", "y").own("x", list("value")));
  }

  /** Elements that are objects are cloned beside them all the same. */
  @Test
  @Verifies("sc.ser.array-extra-props")
  void elementsArriveBesideOtherProperties(World world) {
    assertArrives(world, list(object().with("a", "b"), list("c")).own("x", "y"));
  }

  /** A property of an array whose key is a symbol is not taken. */
  @Test
  @Verifies("sc.ser.array-extra-props")
  void symbolKeysAreLeftOut(World world) {
    assertThat(cloneOf(world, list("a").own(symbol("s"), "b").own("x", "y")).observed("clone"))
        .isEqualTo(list("a").own("x", "y"));
  }

  /** An accessor that shortens the array does not change the length of the clone, but takes elements away. */
  @Test
  @Verifies({"sc.ser.array-length-early", "sc.ser.deleted-key-skipped"})
  void theLengthIsReadFirst(World world) {
    Realm window = world.window();
    Value array = window.value("array");

    window.run(() -> {
      Object shortening = object().accessor("a", () -> {
        array.set("length", 1);
        return "read";
      });
      window.keep(list(shortening, "b", "c")).keepAs(array);
      Value clone = window.structuredClone(array);
      observe("length", clone.get("length"));
      observe("clone", clone);
    });

    Trace trace = world.settle();
    verifying("sc.ser.array-length-early", () -> assertThat(trace.observed("length")).isEqualTo(3));
    verifying(
        "sc.ser.deleted-key-skipped",
        () -> assertThat(trace.observed("clone")).isEqualTo(list(object().with("a", "read"), hole(), hole())));
  }

  /** An element that an accessor adds is not in the clone, nor does it change the length. */
  @Test
  @Verifies({"sc.ser.array-length-early", "sc.ser.key-list-fixed"})
  void anElementThatIsAddedLateIsLeftOut(World world) {
    Realm window = world.window();
    Value array = window.value("array");

    window.run(() -> {
      Object adding = object().accessor("a", () -> {
        array.set(1, "filled");
        array.set(2, "added");
        return "read";
      });
      window.keep(list(adding, hole())).keepAs(array);
      Value clone = window.structuredClone(array);
      observe("length", clone.get("length"));
      observe("clone", clone);
    });

    Trace trace = world.settle();
    verifying("sc.ser.array-length-early", () -> assertThat(trace.observed("length")).isEqualTo(2));
    verifying(
        "sc.ser.key-list-fixed",
        () -> assertThat(trace.observed("clone")).isEqualTo(list(object().with("a", "read"), hole())));
  }

  /** Nothing is cut off a long array. */
  @Test
  @Verifies("sc.ser.array-length")
  void aLongArrayArrives(World world) {
    assertArrives(world, arrayOf(IntStream.range(0, 2_000).boxed().toList()));
  }
}
