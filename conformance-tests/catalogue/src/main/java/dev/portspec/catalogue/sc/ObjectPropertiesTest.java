package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.symbol;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Which properties of an object are taken, and what becomes of them: StructuredSerializeInternal, step 26.4. */
class ObjectPropertiesTest {

  /** A property that is not enumerable is not taken. */
  @Test
  @Verifies("sc.ser.object-own-enumerable-string")
  void hiddenPropertiesAreLeftOut(World world) {
    Object message = object().with("a", "b").hidden("hidden", "c");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("a", "b"));
  }

  /** A property whose key is a symbol is not taken. */
  @Test
  @Verifies("sc.ser.object-own-enumerable-string")
  void symbolKeysAreLeftOut(World world) {
    Object message = object().with(symbol("s"), "c").with("a", "b");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("a", "b"));
  }

  /** A property of the prototype is not taken. */
  @Test
  @Verifies("sc.ser.object-own-enumerable-string")
  void inheritedPropertiesAreLeftOut(World world) {
    Object message = object().with("a", "b").prototype(object().with("inherited", "c"));

    Trace trace = cloneOf(world, message);
    assertThat(trace.observed("clone")).isEqualTo(object().with("a", "b"));
  }

  /** Integer keys come first, ascending, and then the others as they were made. */
  @Test
  @Verifies("sc.ser.object-key-order")
  void keysAreTakenInOrder(World world) {
    Object message =
        object()
            .accessor("b", "b", () -> "1")
            .accessor("10", "10", () -> "2")
            .accessor("a", "a", () -> "3")
            .accessor("9", "9", () -> "4");

    Trace trace = cloneOf(world, message);

    assertThat(trace).marks("9", "10", "b", "a");
    assertThat(trace.observed("clone"))
        .isEqualTo(object().with("9", "4").with("10", "2").with("b", "1").with("a", "3"));
  }

  /** An object with a prototype of its own, or with none, arrives as a plain object. */
  @Test
  @Verifies("sc.ser.object-prototype-lost")
  void prototypesAreLeftOut(World world) {
    Object message =
        list(object().with("a", "b").prototype(object().with("c", "d")), object().with("e", "f").prototype(null));

    assertThat(cloneOf(world, message).observed("clone"))
        .isEqualTo(list(object().with("a", "b"), object().with("e", "f")));
  }

  /** An instance of a class arrives as a plain object. */
  @Test
  @Verifies("sc.ser.object-prototype-lost")
  void instancesOfClassesBecomePlainObjects(World world) {
    Object message = js("return new (class Point { constructor() { this.x = 'y'; } get z() { return 'z'; } })()");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("x", "y"));
  }

  /** An accessor arrives as a data property. */
  @Test
  @Verifies("sc.ser.object-attributes-reset")
  void accessorsBecomeData(World world) {
    assertThat(cloneOf(world, object().accessor("a", () -> "read")).observed("clone"))
        .isEqualTo(object().with("a", "read"));
  }

  /** The properties of a frozen object or array are writable and configurable in the clone. */
  @Test
  @Verifies("sc.ser.object-attributes-reset")
  void frozenObjectsThaw(World world) {
    assertThat(cloneOf(world, js("return Object.freeze([Object.freeze({a: 'b'})])")).observed("clone"))
        .isEqualTo(list(object().with("a", "b")));
  }

  /** A property named __proto__ is a property of the clone, and not its prototype. */
  @Test
  @Verifies("sc.ser.object-proto-key")
  void aPropertyMayBeNamedProto(World world) {
    assertArrives(world, object().with("__proto__", object().with("a", "b")).with("c", "d"));
  }

  /** Private elements are no obstacle, and are not cloned. */
  @Test
  @Verifies("sc.ser.private-elements-ignored")
  void privateElementsAreLeftOut(World world) {
    Object message =
        js("return new (class Secret { #hidden = 'h'; open = 'o'; #method() {} get() { return this.#hidden; } })()");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("open", "o"));
  }
}
