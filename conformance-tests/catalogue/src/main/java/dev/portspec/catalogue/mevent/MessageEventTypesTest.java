package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of other types: Web IDL's conversions for {@code MessageEventInit}, and the attributes of MessageEvent. */
class MessageEventTypesTest {

  /** An origin is converted to a string. */
  @Test
  @Verifies("mevent.origin.string-passthrough")
  void nullAsOriginIsAString(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("event", window.newMessageEvent("message", object().with("origin", null)));
    });

    assertThat(world.settle().event("event")).has(attribute("origin", "null"));
  }

  /** That string has no lone surrogates, be they the first of all surrogates or the last. */
  @Test
  @Verifies("mevent.origin.usvstring")
  void aLoneSurrogateInOriginIsReplaced(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("origin", window.newMessageEvent("message", object().with("origin", "a\uD800b\uDFFFc")).get("origin"));
    });

    assertThat(world.settle().observed("origin")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  /** A source is null or a port, and no other object that exists here. */
  @Test
  @Verifies("mevent.source.type")
  void aSourceIsNullOrAPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      attempt("null", () -> window.newMessageEvent("message", object().with("source", null)));
      attempt("port", () -> window.newMessageEvent("message", object().with("source", channel.port1())));
      attempt("object", () -> window.newMessageEvent("message", object().with("source", window.keep(object()))));
      attempt("channel", () -> window.newMessageEvent("message", object().with("source", channel)));
    });

    assertThat(world.settle().outcome("null")).returned();
    assertThat(world.settle().outcome("port")).returned();
    for (String other : List.of("object", "channel")) {
      assertThat(world.settle().outcome(other)).threwError("TypeError");
    }
  }

  /** Nor is what is no object. */
  @Test
  @Verifies("mevent.source.type")
  void aNumberIsNoSource(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      attempt("number", () -> window.newMessageEvent("message", object().with("source", 5)));
    });

    assertThat(world.settle().outcome("number")).threwError("TypeError");
  }

  /** ports is a list of ports, and not null. */
  @Test
  @Verifies("mevent.ports.element-type")
  void portsIsAListOfPorts(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      untyped();
      attempt("ports", () -> window.newMessageEvent("message", object().with("ports", list(port))));
      attempt("number", () -> window.newMessageEvent("message", object().with("ports", list(port, 5))));
      attempt("null inside", () -> window.newMessageEvent("message", object().with("ports", list(port, null))));
      attempt("null", () -> window.newMessageEvent("message", object().with("ports", null)));
    });

    assertThat(world.settle().outcome("ports")).returned();
    for (String other : List.of("number", "null inside", "null")) {
      assertThat(world.settle().outcome(other)).threwError("TypeError");
    }
  }

  /** The five attributes cannot be assigned. */
  @Test
  @Verifies("mevent.attrs.readonly")
  void theAttributesCannotBeAssigned(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Event event = window.newMessageEvent("message", object().with("data", "d").with("origin", "o")
          .with("lastEventId", "l"));
      for (String name : List.of("data", "origin", "lastEventId", "source", "ports")) {
        attempt(name, () -> event.set(name, "other"));
      }
      observe("event", event);
      observe("ports left", event.ports());
    });

    for (String name : List.of("data", "origin", "lastEventId", "source", "ports")) {
      assertThat(world.settle().outcome(name)).threwError("TypeError");
    }
    assertThat(world.settle().event("event")).has(
        attribute("data", "d"), attribute("origin", "o"), attribute("lastEventId", "l"), attribute("source", null));
    assertThat(world.settle().observed("ports left")).hasSize(0);
  }

  /** MessageEvent inherits from Event, and so does its constructor. */
  @Test
  @Verifies("mevent.inherits-event")
  void messageEventInheritsFromEvent(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value object = window.global().get("Object");
      Value messageEvent = window.global().get("MessageEvent");
      observe("parent", object.call("getPrototypeOf", messageEvent));
      observe("parent of prototype", object.call("getPrototypeOf", messageEvent.get("prototype")));
      observe("Event", window.global().get("Event"));
      observe("prototype of Event", window.global().get("Event").get("prototype"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("parent")).isSameAs(trace.observed("Event"));
    assertThat(trace.observed("parent of prototype")).isSameAs(trace.observed("prototype of Event"));
  }

  /** There is one initializer, and no other one with a prefix. */
  @Test
  @Verifies("mevent.no-prefixed-init")
  void noInitializerHasAPrefix(World world) {
    Realm window = world.window();
    List<String> prefixes = List.of("webkit", "moz", "ms", "o");

    window.run(() -> {
      untyped();
      Event event = window.newMessageEvent("message");
      for (String prefix : prefixes) {
        observe(prefix, event.get(prefix + "InitMessageEvent"));
      }
    });

    for (String prefix : prefixes) {
      assertThat(world.settle().observed(prefix)).isEqualTo(undefined());
    }
  }
}
