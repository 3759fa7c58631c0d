package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Shared memory within an agent cluster: HTML, StructuredSerializeInternal, step 13, and StructuredDeserialize. */
class SharedBuffersTest {

  /** The clone of a shared buffer is another object over the same memory. */
  @Test
  @Verifies("sc.ser.sab-shared")
  void theMemoryIsShared(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(view("Uint8Array", bytes(1, 2, 3).shared()));
      Value clone = window.structuredClone(original.get("buffer"));
      original.set(0, 9);
      window.keep(view("Uint8Array", clone)).set(2, 8);
      observe("original", original.get("buffer"));
      observe("clone", clone);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("original")).isEqualTo(bytes(9, 2, 8).shared());
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }

  /** The clone of a view of a shared buffer is a view of the same memory. */
  @Test
  @Verifies("sc.ser.sab-shared")
  void theMemoryOfAViewIsShared(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(view("Uint8Array", bytes(1, 2, 3).shared()));
      Value clone = window.structuredClone(original);
      original.set(0, 9);
      clone.set(2, 8);
      observe("original", original.get("buffer"));
      observe("clone", clone.get("buffer"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("original")).isEqualTo(bytes(9, 2, 8).shared());
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }

  /** The clone of a growable shared buffer keeps the maximum and shares the length. */
  @Test
  @Verifies("sc.ser.sab-growable")
  void theLengthIsShared(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(bytes(1, 2).shared().max(4));
      Value clone = window.structuredClone(original);
      observe("before", clone);
      original.call("grow", 3);
      observe("after", clone);
    });

    assertThat(world.settle().observed("before")).isEqualTo(bytes(1, 2).shared().max(4));
    assertThat(world.settle().observed("after")).isEqualTo(bytes(1, 2, 0).shared().max(4));
  }
}
