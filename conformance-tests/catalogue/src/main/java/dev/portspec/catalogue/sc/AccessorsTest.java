package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;

import dev.portspec.harness.Channel;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Accessors of a message: HTML, StructuredSerializeInternal, step 26.4. */
class AccessorsTest {

  /** What an accessor returns is serialized. */
  @Test
  @Verifies("sc.ser.getter-runs")
  void theResultOfAnAccessorArrives(World world) {
    Trace trace = cloneOf(world, object().accessor("a", "getter", () -> list("read", object())));

    assertThat(trace).called("getter", 1);
    assertThat(trace.observed("clone")).isEqualTo(object().with("a", list("read", object())));
  }

  /** An object that an accessor returns is cloned. */
  @Test
  @Verifies("sc.ser.getter-runs")
  void theResultOfAnAccessorIsCloned(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value result = window.keep(object().with("b", "c"));
      observe("result", result);
      observe("clone", window.structuredClone(object().accessor("a", () -> result)).get("a"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isCloneOf(trace.observed("result"));
  }

  /** An accessor of an array is called, too. */
  @Test
  @Verifies("sc.ser.getter-runs")
  void anAccessorOfAnArrayIsCalled(World world) {
    Trace trace = cloneOf(world, list("a").accessor("x", "getter", () -> "read"));

    assertThat(trace).called("getter", 1);
    assertThat(trace.observed("clone")).isEqualTo(list("a").own("x", "read"));
  }

  /** An accessor is called with its object as receiver. */
  @Test
  @Verifies("sc.ser.getter-runs")
  void theReceiverOfAnAccessorIsItsObject(World world) {
    Object message = js("const message = {get a() { return this === message; }}; return message");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("a", true));
  }

  /** What an accessor throws reaches the caller as it is. */
  @Test
  @Verifies("sc.ser.getter-throws")
  void whatAnAccessorThrowsReachesTheCaller(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Value thrown = window.value("thrown");

    window.run(() -> {
      window.keep(object().with("a", "b")).keepAs(thrown);
      observe("thrown", thrown);
      attempt("clone", () -> window.structuredClone(throwing(thrown)));
      attempt("post", () -> channel.port1().postMessage(throwing(thrown)));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("clone")).threwSame(trace.observed("thrown"));
    assertThat(trace.outcome("post")).threwSame(trace.observed("thrown"));
  }

  private static Object throwing(Value thrown) {
    return object().accessor("a", () -> {
      raise(thrown);
      return "nothing";
    });
  }

  /** A property that an accessor adds is not in the clone. */
  @Test
  @Verifies("sc.ser.key-list-fixed")
  void aPropertyThatIsAddedLateIsLeftOut(World world) {
    assertChanged(world, target -> target.set("added", "late"), object().with("a", "read").with("b", "kept"));
  }

  /** A property that an accessor deletes before its turn is not in the clone. */
  @Test
  @Verifies("sc.ser.deleted-key-skipped")
  void aPropertyThatIsDeletedEarlyIsSkipped(World world) {
    assertChanged(world, target -> target.delete("b"), object().with("a", "read"));
  }

  /** A property that is replaced before its turn is taken as it is then. */
  @Test
  @Verifies("sc.ser.deleted-key-skipped")
  void aPropertyThatIsReplacedIsTakenAsItIs(World world) {
    assertChanged(
        world,
        target -> {
          target.delete("b");
          target.set("b", "again");
        },
        object().with("a", "read").with("b", "again"));
  }

  private static void assertChanged(World world, Consumer<Value> change, Object expected) {
    Realm window = world.window();
    Value target = window.value("target");

    window.run(() -> {
      PlainValue changing = object().accessor("a", () -> {
        change.accept(target);
        return "read";
      });
      window.keep(changing.with("b", "kept")).keepAs(target);
      observe("clone", window.structuredClone(target));
    });

    assertThat(world.settle().observed("clone")).isEqualTo(expected);
  }

  /** A property that is made non-enumerable before its turn is taken all the same. */
  @Test
  @Verifies("sc.ser.made-nonenumerable-kept")
  void aPropertyThatIsHiddenLateIsKept(World world) {
    Object message = js("""
        const message = {
          get a() {
            Object.defineProperty(message, 'b', {enumerable: false});
            return 'read';
          },
          b: 'kept',
        };
        return message;
        """);

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("a", "read").with("b", "kept"));
  }
}
