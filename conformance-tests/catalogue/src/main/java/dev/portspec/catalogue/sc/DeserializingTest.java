package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.set;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What does not run while a message is received: HTML, StructuredDeserialize. */
class DeserializingTest {

  /** Properties are created, so that a setter of a prototype does not run. */
  @Test
  @Verifies("sc.deser.no-setters")
  void settersDoNotRun(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value calls = window.keep(list());
      observe("clone", js("""
          const planted = (prototype, key) => Object.defineProperty(
              prototype, key, {configurable: true, set(value) { args[0].push(key); }});
          planted(Object.prototype, 'planted');
          planted(Array.prototype, '0');
          try {
            const message = Object.defineProperty({}, 'planted', {value: 'x', enumerable: true});
            const array = Object.defineProperty([], 0, {value: 'y', enumerable: true});
            const clones = [structuredClone(message), structuredClone(array)];
            return [Object.hasOwn(clones[0], 'planted'), Object.hasOwn(clones[1], 0)].join();
          } finally {
            delete Object.prototype.planted;
            delete Array.prototype[0];
            Array.prototype.length = 0;
          }
          """, calls));
      observe("calls", calls);
    });

    assertThat(world.settle().observed("clone")).isEqualTo("true,true");
    assertThat(world.settle().observed("calls")).isEqualTo(list());
  }

  /** Built-in methods that a page has replaced are not called. */
  @Test
  @Verifies("sc.deser.no-user-code")
  void replacedMethodsDoNotRun(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value calls = window.keep(list());
      observe("clone", js("""
          const message = [new Map([['k', 'v']]), new Set(['e']), [1], new Date(7)];
          const kept = [];
          const patch = (owner, key) => {
            kept.push([owner, key, Object.getOwnPropertyDescriptor(owner, key)]);
            Object.defineProperty(owner, key, {configurable: true, value() { args[0].push(String(key)); }});
          };
          const call = structuredClone;
          try {
            patch(Map.prototype, 'set');
            patch(Set.prototype, 'add');
            patch(Map.prototype, Symbol.iterator);
            patch(Set.prototype, Symbol.iterator);
            patch(Array.prototype, Symbol.iterator);
            patch(Date.prototype, 'getTime');
            return call(message);
          } finally {
            for (let i = kept.length - 1; i >= 0; i--) {
              Object.defineProperty(kept[i][0], kept[i][1], kept[i][2]);
            }
          }
          """, calls));
      observe("calls", calls);
    });

    assertThat(world.settle().observed("clone")).isEqualTo(list(map("k", "v"), set("e"), list(1), date(7)));
    assertThat(world.settle().observed("calls")).isEqualTo(list());
  }

  /** The receivers of a broadcast get different objects. */
  @Test
  @Verifies("sc.deser.once-per-receipt")
  void eachReceiverGetsAnObjectOfItsOwn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(event -> observe("first", event.data()));
      second.onmessage(event -> observe("second", event.data()));
      sender.postMessage(object().with("a", list("b")));
    });
    Trace trace = world.settle();
    window.run(() -> {
      sender.close();
      first.close();
      second.close();
    });

    assertThat(trace.observed("first")).isEqualTo(object().with("a", list("b")));
    assertThat(trace.observed("second")).isCloneOf(trace.observed("first"));
  }
}
