package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Exceptions of listeners: DOM, "inner invoke", step 2.11. */
class ListenerExceptionTest {

  /** An exception is reported before the next listener runs, which runs all the same. */
  @Test
  @Verifies({"event.dispatch.exception-order", "event.dispatch.exception-isolated"})
  void anExceptionIsReportedAndStopsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener(
          "message", reaction("L1", event -> raise(error("RangeError", "boom")), event -> mark("next for L1")));
      channel.port2().addEventListener(
          "message", reaction("L2", event -> mark("L2 after it"), event -> mark("next for L2")));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    verifying("event.dispatch.exception-order",
        () -> assertThat(world.settle()).reported("boom").marks("reported", "L2 after it"));
    verifying("event.dispatch.exception-isolated",
        () -> assertThat(world.settle()).marks("L2 after it", "next for L1", "next for L2"));
  }

  /** Whatever is thrown, and however often, each message reaches each listener and no exception reaches the sender. */
  @Test
  @Verifies("event.dispatch.exception-isolated")
  void anExceptionDoesNotReachTheSender(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("throwing", event -> raise("boom")).called(2));
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        raise("boom");
      }));
      channel.port2().addEventListener("message", reaction("last", Event::record));
      attempt("post", () -> channel.port1().postMessage("a"));
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle().by("last")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).mayReport();
  }

  /** By the letter the microtasks of a listener that throws run before its exception is reported; engines differ. */
  @Test
  @Verifies("event.dispatch.exception-after-microtasks")
  void theMicrotasksOfAListenerThatThrows(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        microtask("microtask");
        raise("boom");
      }));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).reported("boom");
    assertThat(world.settle()).showsOneOf(
        outcome("microtask-first", t -> assertThat(t).marks("handler", "microtask", "reported")),
        outcome("report-first", t -> assertThat(t).marks("handler", "reported", "microtask")));
  }

  /** Whichever is first, the next listener comes after both. */
  @Test
  @Verifies({"loop.microtask-after-callback", "event.dispatch.exception-after-microtasks"})
  void theNextListenerWaitsForTheMicrotasksOfOneThatThrows(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        microtask("microtask");
        raise("boom");
      }));
      channel.port2().addEventListener("message", reaction("next", event -> {}));
      channel.port1().postMessage("m");
    });

    Trace trace = world.settle();
    verifying("loop.microtask-after-callback", () -> assertThat(trace).marks("handler", "microtask", "next"));
    verifying("event.dispatch.exception-after-microtasks", () -> {
      assertThat(trace).reported("boom");
      assertThat(trace).showsOneOf(
          outcome("microtask-first", t -> assertThat(t).marks("microtask", "reported")),
          outcome("report-first", t -> assertThat(t).marks("reported", "microtask")));
    });
  }
}
