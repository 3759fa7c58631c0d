package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.catalogue.idl.Reflection.prototypeOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.attempt;
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
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A MessagePort is an EventTarget: HTML, 9.4.4, and DOM, interface EventTarget. */
class PortIsEventTargetTest {

  /** Listeners can be added to a port, and removed. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void listenersCanBeAddedAndRemoved(World world) {
    Channel channel = world.window().newChannel();
    Reaction removed = reaction("removed", event -> {}).neverCalled();

    world.window().run(() -> {
      channel.port2().addEventListener("message", removed);
      channel.port2().addEventListener("message", reaction("added", Event::record));
      channel.port2().removeEventListener("message", removed);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().by("added")).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("removed");
  }

  /** Both return nothing. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void addingAndRemovingReturnsNothing(World world) {
    Port port = world.window().newChannel().port1();
    Reaction listener = reaction("listener", event -> {}).neverCalled();

    world.window().run(() -> {
      attempt("add", () -> port.addEventListener("message", listener));
      attempt("remove", () -> port.removeEventListener("message", listener));
    });

    assertThat(world.settle().outcome("add")).returned(undefined());
    assertThat(world.settle().outcome("remove")).returned(undefined());
  }

  /** An event can be dispatched at a port, of any type, and its target is the port. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void eventsCanBeDispatched(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      port.addEventListener("anything", reaction("listener", event -> {
        event.record();
        observe("target", event.target());
      }));
      observe("port", port);
      observe("result", port.dispatchEvent(window.newEvent("anything", object())));
    });

    assertThat(world.settle().event("listener")).has(attribute("type", "anything"));
    assertThat(world.settle().observed("target")).isSameAs(world.settle().observed("port"));
    assertThat(world.settle().observed("result")).isEqualTo(true);
  }

  /** A port is an instance of EventTarget, and has its methods from there. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void aPortIsAnInstanceOfEventTarget(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      untyped();
      observe("instance", prototype(window, "EventTarget").call("isPrototypeOf", port));
      for (String name : new String[] {"addEventListener", "removeEventListener", "dispatchEvent"}) {
        observe(name, port.get(name));
        observe(name + " of EventTarget", prototype(window, "EventTarget").get(name));
      }
    });

    assertThat(world.settle().observed("instance")).isEqualTo(true);
    for (String name : new String[] {"addEventListener", "removeEventListener", "dispatchEvent"}) {
      assertThat(world.settle().observed(name)).isSameAs(world.settle().observed(name + " of EventTarget"));
    }
  }

  /** The interface object inherits from that of EventTarget. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void theInterfaceInheritsFromEventTarget(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("parent", prototypeOf(window, window.global().get("MessagePort")));
      observe("EventTarget", window.global().get("EventTarget"));
    });

    assertThat(world.settle().observed("parent")).isSameAs(world.settle().observed("EventTarget"));
  }

  /** So does its prototype, with nothing of a vendor between. */
  @Test
  @Verifies("idl.port.inherits-eventtarget")
  void thePrototypeInheritsFromThatOfEventTarget(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("parent", prototypeOf(window, prototype(window, "MessagePort")));
      observe("EventTarget", prototype(window, "EventTarget"));
    });

    assertThat(world.settle().observed("parent")).isSameAs(world.settle().observed("EventTarget"));
  }
}
