package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.regexp;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Conversions that a clone does not make: HTML, StructuredSerializeInternal, as a whole. */
class ConversionHooksTest {
  private static final String HOOKS = """
      const hook = (name) => function () { args[0].push(name); return name; };
      const hooks = {
        toJSON: hook('toJSON'), valueOf: hook('valueOf'), toString: hook('toString'),
        [Symbol.toPrimitive]: hook('toPrimitive'),
      };
      """;

  /** No hook of a plain object runs, whether it is the message or a part of it. */
  @Test
  @Verifies("sc.ser.no-tojson-valueof")
  void hooksOfPlainObjectsDoNotRun(World world) {
    assertNoHookRuns(world, "const make = () => Object.create(hooks, {a: {value: 'b', enumerable: true}});"
        + "return Object.assign(make(), {inner: [make()]})",
        object().with("a", "b").with("inner", list(object().with("a", "b"))));
  }

  /** No hook of an object with a value of its own runs: the internal slot is read. */
  @Test
  @Verifies("sc.ser.no-tojson-valueof")
  void hooksOfOtherObjectsDoNotRun(World world) {
    assertNoHookRuns(world, "return [new Date(7), new Number(8), new String('s'), /a/g]"
        + ".map((each) => Object.defineProperties(each, Object.getOwnPropertyDescriptors(hooks)))",
        list(date(7), boxed(8), boxed("s"), regexp("a", "g")));
  }

  private static void assertNoHookRuns(World world, String source, Object expected) {
    Realm window = world.window();

    window.run(() -> {
      Value calls = window.keep(list());
      observe("clone", window.structuredClone(js(HOOKS + source, calls)));
      observe("calls", calls);
    });

    assertThat(world.settle().observed("clone")).isEqualTo(expected);
    assertThat(world.settle().observed("calls")).isEqualTo(list());
  }
}
