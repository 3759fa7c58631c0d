package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that are no objects: HTML, StructuredSerializeInternal, step 4. */
class PrimitiveValuesTest {

  /** undefined, null and the booleans arrive unchanged. */
  @Test
  @Verifies("sc.ser.primitives")
  void undefinedNullAndBooleansArrive(World world) {
    assertAllArrive(world, undefined(), null, true, false);
  }

  /** Numbers arrive unchanged, the unusual ones as well. */
  @Test
  @Verifies("sc.ser.primitives")
  void numbersArrive(World world) {
    assertAllArrive(world, 0, -0.0, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE, Double.MAX_VALUE, 4294967296.0, 9007199254740991.0);
  }

  /** BigInts arrive unchanged, whatever their size. */
  @Test
  @Verifies("sc.ser.primitives")
  void bigintsArrive(World world) {
    assertAllArrive(world, BigInteger.ZERO, BigInteger.ONE.shiftLeft(64), BigInteger.ONE.shiftLeft(1000).negate());
  }

  /** Strings arrive with each of their code units. */
  @Test
  @Verifies("sc.ser.primitives")
  void stringsArrive(World world) {
    assertAllArrive(world, "", "\0", "caf\u00e9", "\ud83d\ude00", "\ud800", "\udc00\ud800", "0");
  }

  /** A string that is posted arrives with each of its code units. */
  @Test
  @Verifies("sc.ser.primitives")
  void postedStringsArrive(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("");
      channel.port1().postMessage("a\0b");
      channel.port1().postMessage("\ud800");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("", "a\0b", "\ud800");
  }

  /** Primitive values inside others arrive unchanged. */
  @Test
  @Verifies("sc.ser.primitives")
  void nestedPrimitivesArrive(World world) {
    assertArrives(world, list(object().with("a", -0.0).with("b", undefined()), null, false, Double.NaN, "\udc00"));
  }

  private static void assertAllArrive(World world, @Nullable Object... values) {
    Realm window = world.window();

    window.run(() -> {
      for (int i = 0; i < values.length; i++) {
        observe("clone " + i, window.structuredClone(values[i]));
      }
    });

    Trace trace = world.settle();
    for (int i = 0; i < values.length; i++) {
      assertThat(trace.observed("clone " + i)).isEqualTo(values[i]);
    }
  }
}
