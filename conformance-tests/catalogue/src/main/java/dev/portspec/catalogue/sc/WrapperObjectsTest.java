package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Wrapper objects: HTML, StructuredSerializeInternal, steps 7 to 10. */
class WrapperObjectsTest {

  /** Boolean objects keep their values. */
  @Test
  @Verifies("sc.ser.boxed-boolean")
  void booleanObjectsArrive(World world) {
    assertArrives(world, list(boxed(true), boxed(false)));
  }

  /** Number objects keep their values, the unusual ones as well. */
  @Test
  @Verifies("sc.ser.boxed-number")
  void numberObjectsArrive(World world) {
    assertArrives(world, list(boxed(7.5), boxed(-0.0), boxed(Double.NaN), boxed(Double.NEGATIVE_INFINITY)));
  }

  /** BigInt objects keep their values. */
  @Test
  @Verifies("sc.ser.boxed-bigint")
  void bigintObjectsArrive(World world) {
    assertArrives(world, list(boxed(BigInteger.ZERO), boxed(BigInteger.ONE.shiftLeft(100).negate())));
  }

  /** String objects keep their values. */
  @Test
  @Verifies("sc.ser.boxed-string")
  void stringObjectsArrive(World world) {
    assertArrives(world, list(boxed("text"), boxed(""), boxed("\ud800")));
  }

  /** A wrapper that is the message itself arrives as another object of the same value. */
  @Test
  @Verifies("sc.ser.boxed-string")
  void theCloneOfAWrapperIsAnotherObject(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(boxed("text"));
      observe("original", original);
      observe("clone", window.structuredClone(original));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }
}
