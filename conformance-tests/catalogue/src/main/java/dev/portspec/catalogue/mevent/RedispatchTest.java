package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Received events that are kept and dispatched again: DOM, {@code dispatchEvent(event)}, and "dispatch". */
class RedispatchTest {

  /** A received event may be dispatched again when its dispatch is over and not before, and is then untrusted. */
  @Test
  @Verifies({"mevent.redispatch", "mevent.redispatch-while-dispatching", "mevent.after-dispatch"})
  void anEventIsDispatchedAgainOnceItsDispatchIsOver(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(
          reaction(
              "handler",
              event -> {
                event.record();
                attempt("inside", () -> channel.port2().dispatchEvent(event));
                event.keepAs(kept);
              },
              Event::record));
      channel.port1().postMessage("once");
    });
    world.settle();
    window.run(() -> {
      observe("target left", kept.currentTarget());
      observe("result", channel.port2().dispatchEvent(kept));
    });

    Trace trace = world.settle();
    verifying(
        "mevent.redispatch-while-dispatching",
        () -> assertThat(trace.outcome("inside")).threw(INVALID_STATE_ERROR));
    verifying("mevent.after-dispatch", () -> assertThat(trace.observed("target left")).isEqualTo(null));
    verifying(
        "mevent.redispatch",
        () -> {
          assertThat(trace.observed("result")).isEqualTo(true);
          assertThat(trace.event("handler", 0)).has(attribute("data", "once"));
          assertThat(trace.event("handler", 1)).has(attribute("isTrusted", false), attribute("data", "once"));
        });
  }

  /** A refused second dispatch calls nobody and leaves the running one as it was. */
  @Test
  @Verifies("mevent.redispatch-while-dispatching")
  void aRefusedDispatchDoesNotDisturbTheRunningOne(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().addEventListener("message", reaction("elsewhere", event -> {}).neverCalled());
      channel.port2().addEventListener("message", event -> {
        observe("trusted before", event.get("isTrusted"));
        attempt("same port", () -> channel.port2().dispatchEvent(event));
        attempt("other port", () -> other.port1().dispatchEvent(event));
        observe("trusted after", event.get("isTrusted"));
      });
      channel.port2().addEventListener("message", reaction("second", Event::record));
      channel.port2().start();
      channel.port1().postMessage("once");
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("same port")).threw(INVALID_STATE_ERROR);
    assertThat(trace.outcome("other port")).threw(INVALID_STATE_ERROR);
    assertThat(trace.observed("trusted after")).isSameAs(trace.observed("trusted before"));
    assertThat(trace.event("second")).has(attribute("data", "once"));
  }

  /** An event may be dispatched at another port, from inside the handler of a later message. */
  @Test
  @Verifies("mevent.redispatch")
  void anEventIsDispatchedAgainAtAnotherPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      other.port1().addEventListener("message", reaction("elsewhere", event -> {
        event.record();
        observe("target", event.target());
      }));
      channel.port2().onmessage(
          reaction("received", event -> event.keepAs(kept), event -> other.port1().dispatchEvent(kept)));
      channel.port1().postMessage("first");
      channel.port1().postMessage("second");
      observe("other port", other.port1());
    });

    Trace trace = world.settle();
    assertThat(trace.event("elsewhere")).has(attribute("isTrusted", false), attribute("data", "first"));
    assertThat(trace.observed("target")).isSameAs(trace.observed("other port"));
  }

  /** After its dispatch an event has lost its place, and kept its target and everything it says. */
  @Test
  @Verifies("mevent.after-dispatch")
  void afterItsDispatchAnEventKeepsTargetAndData(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(event -> event.keepAs(kept));
      channel.port1().postMessage("once");
    });
    world.settle();
    window.run(() -> {
      kept.record();
      observe("target", kept.target());
      observe("port", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.event("event"))
        .has(
            attribute("type", "message"),
            attribute("currentTarget", null),
            attribute("eventPhase", 0),
            attribute("composedPath", 0),
            attribute("data", "once"));
    assertThat(trace.observed("target")).isSameAs(trace.observed("port"));
  }

  /** It keeps the ports that it brought. */
  @Test
  @Verifies("mevent.after-dispatch")
  void afterItsDispatchAnEventKeepsItsPorts(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> event.keepAs(kept));
      carrier.port1().postMessage("port", transferring(channel.port2()));
    });
    world.settle();
    kept.port(0).postMessage("through the port");

    assertThat(world.settle().by("far end")).dataOf("message").containsExactly("through the port");
  }
}
