package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertRefused;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.uncloneable;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** structuredClone: HTML, "Structured cloning API". */
class StructuredCloneTest {

  /** structuredClone is a function of the global object. */
  @Test
  @Verifies("sc.api.exposed")
  void itExists(World world) {
    Realm window = world.window();

    window.run(() -> observe("type", js("return typeof globalThis.structuredClone")));

    assertThat(world.settle().observed("type")).isEqualTo("function");
  }

  /** The clone is what the call returns, before anything else happens. */
  @Test
  @Verifies("sc.api.sync")
  void itReturnsTheClone(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(list("a", list("b")));
      observe("original", original);
      observe("clone", window.structuredClone(original));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("original"));
  }

  /** A value that cannot be cloned is an exception of the call. */
  @Test
  @Verifies("sc.api.exceptions")
  void itThrowsWhatSerializingThrows(World world) {
    assertRefused(world, list(uncloneable()));
  }

  /** A value that cannot be received is an exception of the call, and no event. */
  @Test
  @Verifies("sc.api.exceptions")
  void itThrowsWhatDeserializingThrows(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.global().addEventListener("messageerror", reaction("messageerror", event -> {}));
      attempt("clone", () -> window.structuredClone(list(undeserializable())));
    });

    assertThat(world.settle().outcome("clone")).threwValue("cannot be received");
    assertThat(world.settle()).neverCalled("messageerror");
  }

  /** An array as the second argument is an options dictionary without a list. */
  @Test
  @Verifies("sc.api.options")
  void anArrayIsNoTransferList(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> observe("clone", js("return structuredClone('m', [args[0]])", buffer)));

    assertThat(world.settle().observed("clone")).isEqualTo("m");
    assertThat(buffer).hasByteLength(8);
  }

  /** A primitive value as the second argument is a TypeError, and null and undefined mean the defaults. */
  @Test
  @Verifies("sc.api.options")
  void theOptionsAreADictionary(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("number", () -> window.structuredClone(js("return structuredClone('m', 7)")));
      attempt("string", () -> window.structuredClone(js("return structuredClone('m', 's')")));
      observe("null", js("return structuredClone('m', null)"));
      observe("undefined", js("return structuredClone('m', undefined)"));
      observe("empty", js("return structuredClone('m', {})"));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("number")).threwError("TypeError");
    assertThat(trace.outcome("string")).threwError("TypeError");
    assertThat(List.of(trace.observed("null"), trace.observed("undefined"), trace.observed("empty")))
        .containsExactly("m", "m", "m");
  }

  /** Without an argument structuredClone throws a TypeError. */
  @Test
  @Verifies("sc.api.zero-args")
  void anArgumentIsNeeded(World world) {
    Realm window = world.window();

    window.attempt("clone", () -> window.structuredClone(js("return structuredClone()")));

    assertThat(world.settle().outcome("clone")).threwError("TypeError");
  }
}
