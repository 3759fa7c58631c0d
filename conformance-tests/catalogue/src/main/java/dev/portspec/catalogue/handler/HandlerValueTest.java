package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The value of an event handler attribute: HTML, "event handler IDL attributes", and Web IDL, nullable types. */
class HandlerValueTest {

  /** An attribute is null until it is set. */
  @Test
  @Verifies("handler.initial-null")
  void anAttributeIsNullAtFirst(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      observe("onmessage", channel.port1().onmessage());
      observe("other port", channel.port2().onmessage());
      observe("onmessageerror", channel.port1().onmessageerror());
    });

    assertThat(world.settle().observed("onmessage")).isEqualTo(null);
    assertThat(world.settle().observed("other port")).isEqualTo(null);
    assertThat(world.settle().observed("onmessageerror")).isEqualTo(null);
  }

  /** It returns the function that it was last set to, and null after null. */
  @Test
  @Verifies("handler.get-returns-set")
  void anAttributeReturnsWhatItWasSetTo(World world) {
    Port port = world.window().newChannel().port2();
    Reaction first = reaction("first", event -> {}).neverCalled();
    Reaction second = reaction("second", event -> {}).neverCalled();

    world.window().run(() -> {
      port.onmessage(first);
      observe("after first", port.onmessage());
      port.onmessage(second);
      observe("after second", port.onmessage());
      port.onmessage(null);
      observe("after null", port.onmessage());
      observe("first", first);
      observe("second", second);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("after first")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("after second")).isSameAs(trace.observed("second"));
    assertThat(trace.observed("after null")).isEqualTo(null);
  }

  /** So do those of a window. */
  @Test
  @Verifies("handler.get-returns-set")
  void theAttributesOfAWindowReturnWhatTheyWereSetTo(World world) {
    Realm window = world.window();
    Reaction handler = reaction("handler", event -> {}).neverCalled();

    window.run(() -> {
      observe("handler", handler);
      window.window().onmessage(handler);
      observe("onmessage", window.window().onmessage());
      window.window().onmessageerror(handler);
      observe("onmessageerror", window.window().onmessageerror());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("onmessage")).isSameAs(trace.observed("handler"));
    assertThat(trace.observed("onmessageerror")).isSameAs(trace.observed("handler"));
  }

  /** Any value that is no object becomes null, without an exception. */
  @Test
  @Verifies("handler.non-object-to-null")
  void aPrimitiveBecomesNull(World world) {
    Port port = world.window().newChannel().port2();
    Reaction replaced = reaction("replaced", event -> {}).neverCalled();

    world.window().run(() -> {
      untyped();
      port.onmessage(replaced);
      port.set("onmessage", 5);
      observe("number", port.onmessage());
      port.onmessage(replaced);
      port.set("onmessage", "x");
      observe("string", port.onmessage());
      port.onmessage(replaced);
      port.set("onmessage", true);
      observe("boolean", port.onmessage());
      port.onmessage(replaced);
      port.set("onmessage", undefined());
      observe("undefined", port.onmessage());
    });

    for (String kind : List.of("number", "string", "boolean", "undefined")) {
      assertThat(world.settle().observed(kind)).isEqualTo(null);
    }
  }

  /** An object that cannot be called is kept, and does nothing. */
  @Test
  @Verifies("handler.non-callable-object-kept")
  void anObjectThatCannotBeCalledIsKept(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      Value silent =
          window.keep(object().with("handleEvent", reaction("handleEvent", event -> {}).neverCalled()));
      channel.port2().set("onmessage", silent);
      observe("set", silent);
      observe("got", channel.port2().onmessage());
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port1().postMessage("m");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("got")).isSameAs(trace.observed("set"));
    assertThat(trace).dataOf("message").containsExactly("m");
    assertThat(trace).neverCalled("handleEvent").reported();
  }

  /** The attributes of the two ports of a channel have nothing to do with each other. */
  @Test
  @Verifies("handler.per-object")
  void eachPortHasHandlersOfItsOwn(World world) {
    Channel channel = world.window().newChannel();
    Channel other = world.window().newChannel();

    world.window().run(() -> {
      channel.port1().onmessage(reaction("first port", Event::record));
      channel.port2().onmessage(reaction("second port", Event::record));
      other.port2().onmessage(reaction("other channel", Event::record));
      other.port1().onmessage(reaction("nulled", event -> {}).neverCalled());
      other.port1().onmessage(null);
      channel.port1().postMessage("to second");
      channel.port2().postMessage("to first");
      other.port1().postMessage("to other");
    });

    assertThat(world.settle().by("first port")).dataOf("message").containsExactly("to first");
    assertThat(world.settle().by("second port")).dataOf("message").containsExactly("to second");
    assertThat(world.settle().by("other channel")).dataOf("message").containsExactly("to other");
  }
}
