package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertRefused;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.symbol;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Symbols: HTML, StructuredSerializeInternal, step 5, and the step for other internal slots. */
class SymbolsTest {

  /** A symbol cannot be cloned. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aSymbolIsRefused(World world) {
    assertRefused(world, symbol("s"));
  }

  /** A symbol as the value of a property cannot be cloned. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aSymbolInAnObjectIsRefused(World world) {
    assertRefused(world, object().with("a", symbol("s")));
  }

  /** A symbol in an array cannot be cloned. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aSymbolInAnArrayIsRefused(World world) {
    assertRefused(world, list("a", symbol("s")));
  }

  /** A symbol in a Map cannot be cloned, as a key or as a value. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aSymbolInAMapIsRefused(World world) {
    Realm window = world.window();

    window.attempt("key", () -> window.structuredClone(map(symbol("s"), "value")));
    window.attempt("value", () -> window.structuredClone(map("key", symbol("s"))));

    assertThat(world.settle().outcome("key")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("value")).threw(DATA_CLONE_ERROR);
  }

  /** A symbol in a Set cannot be cloned. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aSymbolInASetIsRefused(World world) {
    assertRefused(world, set(symbol("s")));
  }

  /** A symbol cannot be posted. */
  @Test
  @Verifies("sc.ser.symbol-throws")
  void aPostedSymbolIsRefused(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("post", () -> channel.port1().postMessage(symbol("s")));

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }

  /** The wrapper of a symbol cannot be cloned: no step knows its internal slot. */
  @Test
  @Verifies("sc.ser.boxed-symbol-throws")
  void theWrapperOfASymbolIsRefused(World world) {
    assertRefused(world, js("return Object(Symbol('s'))"));
  }
}
