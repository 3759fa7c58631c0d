package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be cloned: HTML, StructuredSerializeInternal, steps 20 to 25. */
class RefusedValuesTest {

  /** Whatever can be called is refused. */
  @Test
  @Verifies("sc.rej.function")
  void functionsAreRefused(World world) {
    assertAllRefused(
        world,
        "() => {}", "function () {}", "class {}", "(function () {}).bind(null)", "async () => {}", "function* () {}",
        "Math.max", "MessagePort");
  }

  /** Objects with internal slots of other kinds are refused. */
  @Test
  @Verifies("sc.rej.internal-slots")
  void objectsWithOtherInternalSlotsAreRefused(World world) {
    assertAllRefused(
        world,
        "new WeakMap()", "new WeakSet()", "new WeakRef({})", "Promise.resolve()", "(function* () {})()",
        "new FinalizationRegistry(() => {})");
  }

  /** Iterators of built-in collections are refused. */
  @Test
  @Verifies("sc.rej.internal-slots")
  void iteratorsAreRefused(World world) {
    assertAllRefused(world, "[][Symbol.iterator]()", "new Map().entries()", "new Set().values()", "''.matchAll(/a/g)");
  }

  /** Objects of Intl are refused. */
  @Test
  @Verifies("sc.rej.internal-slots")
  void objectsOfIntlAreRefused(World world) {
    assertAllRefused(world, "new Intl.NumberFormat()", "new Intl.DateTimeFormat()", "new Intl.Collator()");
  }

  /** An arguments object is refused. */
  @Test
  @Verifies("sc.rej.internal-slots")
  void argumentsObjectsAreRefused(World world) {
    assertAllRefused(
        world, "(function () { return arguments; })('a')", "(function () { 'use strict'; return arguments; })()");
  }

  /** A proxy is refused, and none of its traps runs. */
  @Test
  @Verifies("sc.rej.exotic")
  void proxiesAreRefused(World world) {
    Realm window = world.window();
    List<String> targets = List.of("{}", "[]", "function () {}");

    window.run(() -> {
      Value traps = window.keep(list());
      for (String target : targets) {
        observe(target, js("""
            const handler = new Proxy({}, {get(_, trap) { args[0].push(trap); }});
            try {
              return structuredClone(new Proxy(%s, handler));
            } catch (e) {
              return e.name;
            }
            """.formatted(target), traps));
      }
      observe("traps", traps);
    });

    targets.forEach(target -> assertThat(world.settle().observed(target)).isEqualTo("DataCloneError"));
    assertThat(world.settle().observed("traps")).isEqualTo(list());
  }

  /** One part that cannot be cloned fails the message as a whole, and nothing is sent. */
  @Test
  @Verifies("sc.rej.nested")
  void onePartFailsTheWhole(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("post", () -> channel.port1().postMessage(list("a", object().with("b", list(uncloneable())))));
      channel.port1().postMessage("next");
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }

  private static void assertAllRefused(World world, String... sources) {
    Realm window = world.window();

    window.run(() -> {
      for (String source : sources) {
        attempt(source, () -> window.structuredClone(js("return " + source)));
      }
    });

    for (String source : sources) {
      assertThat(world.settle().outcome(source)).threw(DATA_CLONE_ERROR);
    }
  }
}
