package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.repeat;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The order in which the parts of a message are read: HTML, StructuredSerializeInternal, step 26. */
class DepthFirstTest {

  /** The value of a property is serialized as a whole before the next property is read. */
  @Test
  @Verifies("sc.ser.depth-first")
  void aPropertyIsWholeBeforeTheNextIsRead(World world) {
    Object message =
        object()
            .accessor("a", "outer 1", () -> list(object().accessor("b", "inner 1", () -> "c")))
            .with("d", object().accessor("e", "inner 2", () -> "f"))
            .accessor("g", "outer 2", () -> "h");

    Trace trace = cloneOf(world, message);

    assertThat(trace).marks("outer 1", "inner 1", "inner 2", "outer 2");
    trace.by("clone").allow();
  }

  /** Of each entry of a Map the key is serialized before the value, and both before the next entry. */
  @Test
  @Verifies("sc.ser.depth-first")
  void anEntryIsWholeBeforeTheNextIsRead(World world) {
    Object message = map(marked("key 1"), list(marked("value 1")), list(marked("key 2")), marked("value 2"));

    Trace trace = cloneOf(world, message);

    assertThat(trace).marks("key 1", "value 1", "key 2", "value 2");
    trace.by("clone").allow();
  }

  /** The elements of an array are serialized one after the other, and its other properties last. */
  @Test
  @Verifies("sc.ser.depth-first")
  void anElementIsWholeBeforeTheNextIsRead(World world) {
    Object message = list(list(marked("first")), marked("second")).own("x", marked("other"));

    Trace trace = cloneOf(world, message);

    assertThat(trace).marks("first", "second", "other");
    trace.by("clone").allow();
  }

  private static Object marked(String label) {
    return object().accessor("a", label, () -> "read");
  }

  /** Objects of equal content stay different objects. */
  @Test
  @Verifies("sc.ser.equal-not-merged")
  void equalObjectsAreNotMerged(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone =
          window.structuredClone(list(object().with("a", "b"), object().with("a", "b"), list("c"), list("c")));
      observe("object 1", clone.get(0));
      observe("object 2", clone.get(1));
      observe("array 1", clone.get(2));
      observe("array 2", clone.get(3));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("object 1")).isCloneOf(trace.observed("object 2"));
    assertThat(trace.observed("array 1")).isCloneOf(trace.observed("array 2"));
  }

  /** Dates of the same time stay different objects. */
  @Test
  @Verifies("sc.ser.equal-not-merged")
  void equalDatesAreNotMerged(World world) {
    assertStayTwo(world, date(7), date(7));
  }

  /** Wrappers of the same value stay different objects. */
  @Test
  @Verifies("sc.ser.equal-not-merged")
  void equalWrappersAreNotMerged(World world) {
    assertStayTwo(world, boxed("s"), boxed("s"));
  }

  private static void assertStayTwo(World world, Object one, Object other) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(list(one, other));
      observe("one", clone.get(0));
      observe("other", clone.get(1));
    });

    assertThat(world.settle().observed("one")).isCloneOf(world.settle().observed("other"));
  }

  /** A message of a modest depth arrives. */
  @Test
  @Verifies("sc.ser.deep")
  void aDeepMessageArrives(World world) {
    Realm window = world.window();
    Value part = window.value("part");

    window.run(() -> {
      window.keep(list("bottom")).keepAs(part);
      repeat(300, i -> window.keep(list(part)).keepAs(part));
      window.structuredClone(part).keepAs(part);
      repeat(300, i -> part.get(0).keepAs(part));
      observe("bottom", part);
    });

    assertThat(world.settle().observed("bottom")).isEqualTo(list("bottom"));
  }
}
