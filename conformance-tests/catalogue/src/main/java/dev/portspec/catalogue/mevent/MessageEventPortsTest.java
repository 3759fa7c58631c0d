package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
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

/** The list of ports of a MessageEvent: HTML, "the MessageEvent interface", and Web IDL, frozen arrays. */
class MessageEventPortsTest {

  /** ports is frozen. */
  @Test
  @Verifies("mevent.ports.frozen")
  void portsIsFrozen(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().observed("ports")).isFrozen();
  }

  /** Nothing can be put into it. */
  @Test
  @Verifies("mevent.ports.frozen")
  void nothingCanBePutIntoPorts(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      untyped();
      Event event = window.newMessageEvent("message", object().with("ports", list(port)));
      attempt("replace", () -> event.ports().set(0, "other"));
      attempt("append", () -> event.ports().set(1, "other"));
      attempt("push", () -> event.ports().call("push", "other"));
      attempt("remove", () -> event.ports().delete(0));
      observe("element", event.port(0));
      observe("port", port);
      observe("ports", event.ports());
    });

    for (String change : List.of("replace", "append", "push", "remove")) {
      assertThat(world.settle().outcome(change)).threwError("TypeError");
    }
    assertThat(world.settle().observed("element")).isSameAs(world.settle().observed("port"));
    assertThat(world.settle().observed("ports")).hasSize(1);
  }

  /** ports is a copy of the list that was given, with the same elements. */
  @Test
  @Verifies("mevent.ports.copied")
  void portsIsACopyOfWhatWasGiven(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      Value given = window.keep(list(channel.port1()));
      Event event = window.newMessageEvent("message", object().with("ports", given));
      observe("given", given);
      observe("ports", event.ports());
      observe("element", event.port(0));
      observe("port", channel.port1());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("ports")).isNotSameAs(trace.observed("given"));
    assertThat(trace.observed("ports")).hasSize(1);
    assertThat(trace.observed("element")).isSameAs(trace.observed("port"));
  }

  /** What is done to that list later is not seen. */
  @Test
  @Verifies("mevent.ports.copied")
  void laterChangesOfTheListAreNotSeen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      Value given = window.keep(list(channel.port1()));
      Event event = window.newMessageEvent("message", object().with("ports", given));
      given.set(1, channel.port2());
      observe("ports", event.ports());
    });

    assertThat(world.settle().observed("ports")).hasSize(1);
  }
}
