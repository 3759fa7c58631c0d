package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What becomes of exceptions and promises of listeners: DOM, "inner invoke", and HTML, "report an exception". */
class ReportTest {

  /** The very object that was thrown is reported. */
  @Test
  @Verifies("event.dispatch.exception-reported")
  void theObjectThatWasThrownIsReported(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Value thrown = window.keep(error("RangeError", "boom"));

    window.run(() -> {
      observe("thrown", thrown);
      channel.port2().onmessage(reaction("throws", event -> raise(thrown)));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).reported("boom");
    assertThat(world.settle().reported().get(0)).isSameAs(world.settle().observed("thrown"));
  }

  /** An exception of a listener of an event that script dispatches is reported, and does not reach that script. */
  @Test
  @Verifies("event.dispatch.exception-reported")
  void anExceptionUnderDispatchEventIsReported(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("other", reaction("throws", event -> raise(error("RangeError", "boom"))));
      attempt("dispatch", () -> channel.port2().dispatchEvent(window.newEvent("other", object())));
    });

    assertThat(world.settle().outcome("dispatch")).returned(true);
    assertThat(world.settle()).reported("boom");
  }

  /** A rejected promise that a handler returns is no exception of it, and stops no message. */
  @Test
  @Verifies("event.dispatch.async-rejection")
  void aRejectedPromiseIsNotReported(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      channel.port2().onmessage(reaction("handler",
          event -> returns(window.global().get("Promise").call("reject", "boom")),
          Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).reported();
    assertThat(world.settle()).dataOf("message").containsExactly("b");
  }

  /** An error listener that throws is not called for its own exception. */
  @Test
  @Verifies("event.report.no-recursion")
  void anErrorListenerIsNotCalledForItsOwnException(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      window.global().addEventListener("error", reaction("error listener", event -> raise("again"), Event::record));
      channel.port2().onmessage(reaction("throws", event -> raise("boom"), event -> {}));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).called("error listener", 1).called("throws", 2).mayReport();
  }

  /** The error event has the very object that was thrown, and no other follows when its listener throws. */
  @Test
  @Verifies({"event.dispatch.exception-reported", "event.report.no-recursion"})
  void theErrorEventHasTheObjectThatWasThrown(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Value thrown = window.keep(error("RangeError", "boom"));

    window.run(() -> {
      observe("thrown", thrown);
      window.global().addEventListener("error", reaction("error listener", event -> {
        observe("error", event.get("error"));
        raise("again");
      }));
      channel.port2().onmessage(reaction("throws", event -> raise(thrown)));
      channel.port1().postMessage("m");
    });

    Trace trace = world.settle();
    verifying(
        "event.dispatch.exception-reported",
        () -> assertThat(trace.observed("error")).isSameAs(trace.observed("thrown")));
    verifying(
        "event.report.no-recursion",
        () -> assertThat(trace).called("error listener", 1).called("throws", 1).mayReport());
  }
}
