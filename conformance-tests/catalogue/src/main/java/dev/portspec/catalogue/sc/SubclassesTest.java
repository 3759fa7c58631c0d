package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Instances of subclasses of built-in classes: HTML, StructuredDeserialize, which makes instances of the built-in. */
class SubclassesTest {

  /** Instances of subclasses of collections arrive as plain Maps, Sets and arrays. */
  @Test
  @Verifies("sc.ser.subclass-flattened")
  void collectionsAreFlattened(World world) {
    assertFlattened(world, "Map", "[['k', 'v']]");
    assertFlattened(world, "Set", "['e']");
    assertFlattened(world, "Array", "'a', 'b'");
  }

  /** Instances of subclasses of errors arrive as plain errors. */
  @Test
  @Verifies("sc.ser.subclass-flattened")
  void errorsAreFlattened(World world) {
    assertFlattened(world, "Error", "'m'");
    assertFlattened(world, "RangeError", "'m'");
  }

  /** Instances of subclasses of other built-in classes arrive as instances of those. */
  @Test
  @Verifies("sc.ser.subclass-flattened")
  void otherValuesAreFlattened(World world) {
    assertFlattened(world, "Date", "7");
    assertFlattened(world, "RegExp", "'a'");
    assertFlattened(world, "Number", "7");
    assertFlattened(world, "ArrayBuffer", "8");
    assertFlattened(world, "Uint8Array", "8");
    assertFlattened(world, "DataView", "new ArrayBuffer(8)");
  }

  private static void assertFlattened(World world, String type, String arguments) {
    Realm window = world.window();

    window.run(() -> {
      Object instance = js("return new (class Derived extends " + type + " {})(" + arguments + ")");
      Value clone = window.structuredClone(instance);
      observe(type, js("return Object.getPrototypeOf(args[0]) === " + type + ".prototype", clone));
    });

    assertThat(world.settle().observed(type)).isEqualTo(true);
  }
}
