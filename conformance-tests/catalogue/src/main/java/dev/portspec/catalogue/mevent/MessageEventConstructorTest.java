package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The constructor of MessageEvent: HTML, "the MessageEvent interface", and DOM, "constructing events". */
class MessageEventConstructorTest {

  /** Without a dictionary, and without its members, everything has its default. */
  @Test
  @Verifies({
    "mevent.ctor.dict-optional", "mevent.default.data", "mevent.default.origin", "mevent.default.lasteventid",
    "mevent.default.source", "mevent.default.ports", "mevent.ctor.untrusted"
  })
  void whatIsLeftOutHasItsDefault(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("type only", window.newMessageEvent("message"));
      observe("empty dictionary", window.newMessageEvent("message", object()));
    });

    Trace trace = world.settle();
    verifying("mevent.ctor.dict-optional",
        () -> assertThat(trace.event("type only")).has(attribute("type", "message")));
    for (String label : List.of("type only", "empty dictionary")) {
      verifying("mevent.default.data", () -> assertThat(trace.event(label)).has(attribute("data", null)));
      verifying("mevent.default.origin", () -> assertThat(trace.event(label)).has(attribute("origin", "")));
      verifying("mevent.default.lasteventid", () -> assertThat(trace.event(label)).has(attribute("lastEventId", "")));
      verifying("mevent.default.source", () -> assertThat(trace.event(label)).has(attribute("source", null)));
      verifying("mevent.default.ports",
          () -> assertThat(trace.event(label)).has(attribute("ports", list().frozen())));
      verifying("mevent.ctor.untrusted", () -> assertThat(trace.event(label)).has(attribute("isTrusted", false)));
    }
  }

  /** A member that is undefined is a member that is left out. */
  @Test
  @Verifies("mevent.default.data")
  void undefinedDataIsNoData(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("event", window.newMessageEvent("message", object().with("data", undefined())));
    });

    assertThat(world.settle().event("event")).has(attribute("data", null));
  }

  /** The flags of an event are false, or as they are given. */
  @Test
  @Verifies("mevent.default.event-flags")
  void theFlagsAreFalseOrAsGiven(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("default", window.newMessageEvent("message", object()));
      observe("bubbles", window.newMessageEvent("message", object().with("bubbles", true)));
      observe("cancelable", window.newMessageEvent("message", object().with("cancelable", true)));
      observe("composed", window.newMessageEvent("message", object().with("composed", true)));
    });

    for (String given : List.of("default", "bubbles", "cancelable", "composed")) {
      assertThat(world.settle().event(given)).has(
          attribute("bubbles", given.equals("bubbles")),
          attribute("cancelable", given.equals("cancelable")),
          attribute("composed", given.equals("composed")));
    }
  }

  /** The type cannot be left out. */
  @Test
  @Verifies("mevent.ctor.type-required")
  void theTypeCannotBeLeftOut(World world) {
    Realm window = world.window();

    window.attempt("without", () -> window.construct("MessageEvent"));

    assertThat(world.settle().outcome("without")).threwError("TypeError");
  }

  /** It is what it was given, and no clone. */
  @Test
  @Verifies("mevent.data.any-identity")
  void dataIsTheVeryObject(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value given = window.keep(object().with("a", "b"));
      observe("given", given);
      observe("data", window.newMessageEvent("message", object().with("data", given)).data());
    });

    assertThat(world.settle().observed("data")).isSameAs(world.settle().observed("given"));
  }

  /** So is a source. */
  @Test
  @Verifies("mevent.source.identity")
  void sourceIsTheVeryObject(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      observe("given", port);
      observe("source", window.newMessageEvent("message", object().with("source", port)).source());
    });

    assertThat(world.settle().observed("source")).isSameAs(world.settle().observed("given"));
    assertThat(world.settle().observed("source")).isPlatform("MessagePort");
  }

  /** A string as origin or lastEventId is returned as it is. */
  @Test
  @Verifies({"mevent.origin.string-passthrough", "mevent.lasteventid.passthrough"})
  void stringsAreReturnedAsTheyAre(World world) {
    Realm window = world.window();

    window.run(() -> observe("event",
        window.newMessageEvent("message", object().with("origin", "no origin at all").with("lastEventId", "\uD800"))));

    Trace trace = world.settle();
    verifying("mevent.origin.string-passthrough",
        () -> assertThat(trace.event("event")).has(attribute("origin", "no origin at all")));
    verifying("mevent.lasteventid.passthrough",
        () -> assertThat(trace.event("event")).has(attribute("lastEventId", "\uD800")));
  }
}
