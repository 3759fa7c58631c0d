package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The arguments of {@code initMessageEvent}, and {@code createEvent}: Web IDL, and DOM, {@code createEvent}. */
class InitMessageEventArgumentsTest {

  /** It is a method of MessageEvent, and returns nothing. */
  @Test
  @Verifies("mevent.init.exists")
  void itIsAMethodOfMessageEvent(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value prototype = window.global().get("MessageEvent").get("prototype");
      observe("is there", window.global().get("Object").call("hasOwn", prototype, "initMessageEvent"));
      attempt("call", () -> window.newMessageEvent("message").call("initMessageEvent", "message"));
    });

    assertThat(world.settle().observed("is there")).isEqualTo(true);
    assertThat(world.settle().outcome("call")).returned(undefined());
  }

  /** It needs its first argument, and no other. */
  @Test
  @Verifies("mevent.init.type-required")
  void itNeedsItsFirstArgumentOnly(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Event event = window.newMessageEvent("message");
      observe("length", event.get("initMessageEvent").get("length"));
      attempt("none", () -> event.call("initMessageEvent"));
      attempt("one", () -> event.call("initMessageEvent", "other"));
      observe("event", event);
    });

    assertThat(world.settle().observed("length")).isEqualTo(1);
    assertThat(world.settle().outcome("none")).threwError("TypeError");
    assertThat(world.settle().outcome("one")).returned();
    assertThat(world.settle().event("event")).has(attribute("type", "other"));
  }

  /** Of the wrong type, source and ports are refused, and nothing is set. */
  @Test
  @Verifies("mevent.init.argument-types")
  void itRefusesOtherTypes(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Event event = window.newMessageEvent("message");
      Value other = window.keep(object());
      attempt("source", () -> event.call("initMessageEvent", "no", false, false, null, "", "", other, list()));
      attempt("ports", () -> event.call("initMessageEvent", "no", false, false, null, "", "", null, list(5)));
      attempt("null", () -> event.call("initMessageEvent", "no", false, false, null, "", "", null, null));
      attempt("right", () -> event.call("initMessageEvent", "yes", false, false, null, "", "", null, list()));
      observe("event", event);
    });

    assertThat(world.settle().outcome("source")).threwError("TypeError");
    assertThat(world.settle().outcome("ports")).threwError("TypeError");
    assertThat(world.settle().outcome("null")).threwError("TypeError");
    assertThat(world.settle().outcome("right")).returned();
    assertThat(world.settle().event("event")).has(attribute("type", "yes"));
  }

  /** An event of createEvent is empty, and can be dispatched once it was initialized. */
  @Test
  @Verifies("mevent.createevent")
  void createEventGivesAnEmptyMessageEvent(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      Event event = window.createEvent("MESSAGEevent");
      port.addEventListener("message", reaction("listener", Event::record));
      observe("created", event);
      attempt("too early", () -> port.dispatchEvent(event));
      event.call("initMessageEvent", "message", false, false, "d");
      attempt("in time", () -> port.dispatchEvent(event));
    });

    Trace trace = world.settle();
    assertThat(trace.event("created")).has(
        attribute("interface", "MessageEvent"), attribute("type", ""), attribute("isTrusted", false),
        attribute("data", null), attribute("origin", ""), attribute("ports", list().frozen()));
    assertThat(trace.outcome("too early")).threw(INVALID_STATE_ERROR);
    assertThat(trace.outcome("in time")).returned(true);
    assertThat(trace.event("listener")).has(attribute("data", "d"));
  }
}
