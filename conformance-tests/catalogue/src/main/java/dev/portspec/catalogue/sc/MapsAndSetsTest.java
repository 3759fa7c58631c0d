package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.mapOf;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.setOf;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Maps and Sets: HTML, StructuredSerializeInternal, steps 15, 16 and 26. */
class MapsAndSetsTest {

  /** A Map keeps its entries and their order. */
  @Test
  @Verifies("sc.ser.map")
  void mapsArrive(World world) {
    assertArrives(
        world, list(map("b", 1, "a", 2, 1, "c", Double.NaN, null, undefined(), -0.0), map(), map(map(), set())));
  }

  /** The objects in a Map are clones, the keys as well. */
  @Test
  @Verifies("sc.ser.map")
  void keysAndValuesAreCloned(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(map(object().with("a", "key"), object().with("a", "value")));
      observe("original", original);
      observe("clone", window.structuredClone(original));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }

  /** What an accessor does to a Map while its entries are serialized does not count. */
  @Test
  @Verifies("sc.ser.map-snapshot")
  void theEntriesOfAMapAreCopiedFirst(World world) {
    Realm window = world.window();
    Value map = window.value("map");

    window.run(() -> {
      Object changing = object().accessor("a", () -> {
        map.call("set", "added", "late");
        map.call("set", "kept", "changed");
        map.call("delete", "deleted");
        return "read";
      });
      window.keep(map("first", changing, "kept", "k", "deleted", "d")).keepAs(map);
      observe("clone", window.structuredClone(map));
    });

    assertThat(world.settle().observed("clone"))
        .isEqualTo(map("first", object().with("a", "read"), "kept", "k", "deleted", "d"));
  }

  /** A Set keeps its elements and their order. */
  @Test
  @Verifies("sc.ser.set")
  void setsArrive(World world) {
    assertArrives(world, list(set("b", "a", 1, Double.NaN, null, undefined()), set(), set(set(), map())));
  }

  /** The objects in a Set are clones. */
  @Test
  @Verifies("sc.ser.set")
  void elementsAreCloned(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(set(object().with("a", "b"), object().with("a", "b")));
      observe("original", original);
      observe("clone", window.structuredClone(original));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }

  /** What an accessor does to a Set while its elements are serialized does not count. */
  @Test
  @Verifies("sc.ser.set-snapshot")
  void theElementsOfASetAreCopiedFirst(World world) {
    Realm window = world.window();
    Value set = window.value("set");

    window.run(() -> {
      Object changing = object().accessor("a", () -> {
        set.call("add", "added");
        set.call("delete", "deleted");
        return "read";
      });
      window.keep(set(changing, "kept", "deleted")).keepAs(set);
      observe("clone", window.structuredClone(set));
    });

    assertThat(world.settle().observed("clone")).isEqualTo(set(object().with("a", "read"), "kept", "deleted"));
  }

  /** Nothing is cut off a large Map. */
  @Test
  @Verifies("sc.ser.map")
  void aLargeMapArrives(World world) {
    assertArrives(world, mapOf(IntStream.range(0, 2_000).mapToObj(i -> List.of(i, "v" + i)).toList()));
  }

  /** Nothing is cut off a large Set. */
  @Test
  @Verifies("sc.ser.set")
  void aLargeSetArrives(World world) {
    assertArrives(world, setOf(IntStream.range(0, 2_000).boxed().toList()));
  }
}
