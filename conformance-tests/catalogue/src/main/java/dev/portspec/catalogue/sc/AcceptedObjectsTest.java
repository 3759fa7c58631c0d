package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertRefused;
import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Objects of the language that are accepted: HTML, StructuredSerializeInternal, the steps by internal slots. */
class AcceptedObjectsTest {

  /** Object.prototype, the one exotic object that is accepted, arrives as an empty object. */
  @Test
  @Verifies("sc.acc.object-prototype")
  void theObjectPrototypeArrives(World world) {
    assertThat(cloneOf(world, js("return Object.prototype")).observed("clone")).isEqualTo(object());
  }

  /** Ordinary objects arrive as plain ones, whatever their role. */
  @Test
  @Verifies("sc.acc.ordinary-namespace-objects")
  void ordinaryObjectsArrive(World world) {
    Object message =
        js("return [Math, JSON, Reflect, RegExp.prototype, Map.prototype, Date.prototype, Error.prototype]");

    assertThat(cloneOf(world, message).observed("clone"))
        .isEqualTo(list(object(), object(), object(), object(), object(), object(), object()));
  }

  /** Array.prototype is an array. */
  @Test
  @Verifies("sc.acc.slotted-prototypes")
  void theArrayPrototypeIsAnArray(World world) {
    assertThat(cloneOf(world, js("return Array.prototype")).observed("clone")).isEqualTo(list());
  }

  /** The prototypes of wrappers are wrappers. */
  @Test
  @Verifies("sc.acc.slotted-prototypes")
  void thePrototypesOfWrappersAreWrappers(World world) {
    Object message = js("return [Boolean.prototype, Number.prototype, String.prototype]");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(list(boxed(false), boxed(0), boxed("")));
  }

  /** Function.prototype is a function. */
  @Test
  @Verifies("sc.acc.slotted-prototypes")
  void theFunctionPrototypeIsRefused(World world) {
    assertRefused(world, js("return Function.prototype"));
  }

  /** A module of WebAssembly arrives as one, and a memory is refused. */
  @Test
  @Verifies("sc.ser.wasm-module")
  void aModuleArrives(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(
          js("return new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))"));
      observe("usable", js("return new WebAssembly.Instance(args[0]) instanceof WebAssembly.Instance", clone));
      attempt("memory", () -> window.structuredClone(js("return new WebAssembly.Memory({initial: 1})")));
    });

    assertThat(world.settle().observed("usable")).isEqualTo(true);
    assertThat(world.settle().outcome("memory")).threw(DATA_CLONE_ERROR);
  }
}
