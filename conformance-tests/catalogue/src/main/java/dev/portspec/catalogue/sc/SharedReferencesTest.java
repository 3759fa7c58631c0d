package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.set;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects that are reached on several ways: HTML, StructuredSerializeInternal, steps 2 and 25. */
class SharedReferencesTest {

  /** A clone has the cycles and the sharing of the original, and each object was serialized once. */
  @Test
  @Verifies({"sc.ser.cycle", "sc.ser.shared-identity", "sc.ser.shared-serialized-once"})
  void aCloneHasTheShapeOfTheOriginal(World world) {
    Realm window = world.window();
    PlainValue shared = object().accessor("once", "getter", () -> -0.0);
    PlainValue root = object().with("left", shared).with("right", shared);

    window.run(() -> {
      Value clone = window.structuredClone(root.with("self", root));
      observe("clone", clone);
      observe("self", clone.get("self"));
      observe("left", clone.get("left"));
      observe("right", clone.get("right"));
    });

    Trace trace = world.settle();
    verifying("sc.ser.cycle", () -> assertThat(trace.observed("self")).isSameAs(trace.observed("clone")));
    verifying("sc.ser.shared-identity", () -> assertThat(trace.observed("left")).isSameAs(trace.observed("right")));
    verifying(
        "sc.ser.shared-serialized-once",
        () -> {
          assertThat(trace).called("getter", 1);
          assertThat(trace.observed("right")).isEqualTo(object().with("once", -0.0));
        });
  }

  /** An object that holds itself arrives holding itself. */
  @Test
  @Verifies("sc.ser.cycle")
  void anObjectThatHoldsItselfArrives(World world) {
    PlainValue cyclic = object();
    cyclic.with("inner", object().with("outer", cyclic));

    assertArrives(world, cyclic);
  }

  /** An array that holds itself arrives holding itself. */
  @Test
  @Verifies("sc.ser.cycle")
  void anArrayThatHoldsItselfArrives(World world) {
    List<Object> cyclic = new ArrayList<>();
    cyclic.add("first");
    cyclic.add(cyclic);

    assertArrives(world, cyclic);
  }

  /** A cycle may lead through a Map, as a key and as a value. */
  @Test
  @Verifies("sc.ser.cycle")
  void aCycleThroughAMapArrives(World world) {
    PlainValue cyclic = object();
    cyclic.with("map", map("value", cyclic, cyclic, "key"));

    assertArrives(world, cyclic);
  }

  /** A Map and a Set that hold themselves arrive holding themselves. */
  @Test
  @Verifies("sc.ser.cycle")
  void aMapAndASetThatHoldThemselvesArrive(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value map = window.keep(map());
      map.call("set", "self", map);
      Value mapClone = window.structuredClone(map);
      observe("map", mapClone);
      observe("in the map", mapClone.call("get", "self"));
      Value set = window.keep(set());
      set.call("add", set);
      Value setClone = window.structuredClone(set);
      observe("in the set", setClone.call("has", setClone));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("in the map")).isSameAs(trace.observed("map"));
    assertThat(trace.observed("in the set")).isEqualTo(true);
  }

  /** A cycle may lead through a Set. */
  @Test
  @Verifies("sc.ser.cycle")
  void aCycleThroughASetArrives(World world) {
    PlainValue cyclic = object();
    cyclic.with("set", set(cyclic));

    assertArrives(world, cyclic);
  }

  /** Two references to one object arrive as two references to one object, and equal objects stay apart. */
  @Test
  @Verifies("sc.ser.shared-identity")
  void sharedObjectsStayOneAndEqualOnesStayTwo(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    PlainValue shared = object().with("a", "b");

    window.run(() -> {
      channel.port2().onmessage(event -> {
        observe("left", event.data().get(0));
        observe("right", event.data().get(1).get("inside"));
        observe("equal", event.data().get(2));
      });
      channel.port1().postMessage(list(shared, object().with("inside", shared), object().with("a", "b")));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("left")).isEqualTo(object().with("a", "b"));
    assertThat(trace.observed("right")).isSameAs(trace.observed("left"));
    assertThat(trace.observed("equal")).isCloneOf(trace.observed("left"));
  }

  /** The accessor of an object that is reached on several ways runs once, in a post as well. */
  @Test
  @Verifies({"sc.ser.shared-serialized-once", "sc.ser.shared-identity"})
  void aSharedObjectIsReadOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    PlainValue shared = object().accessor("a", "getter", () -> "read");

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage(list(shared, list(shared), shared));
    });

    Trace trace = world.settle();
    PlainValue expected = object().with("a", "read");
    verifying("sc.ser.shared-serialized-once", () -> assertThat(trace).called("getter", 1));
    verifying(
        "sc.ser.shared-identity",
        () -> assertThat(trace).dataOf("message").containsExactly(list(expected, list(expected), expected)));
  }

  private static void assertArrives(World world, Object message) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage(message);
    });

    assertThat(world.settle()).dataOf("message").containsExactly(message);
  }
}
