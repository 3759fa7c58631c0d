package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Reflection.apply;
import static dev.portspec.catalogue.idl.Reflection.write;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interface MessageChannel: HTML, 9.4.3, and Web IDL, interface objects and attributes. */
class MessageChannelConstructorTest {

  /** The constructor cannot be called as a function, whatever {@code this} is. */
  @Test
  @Verifies("idl.channel.requires-new")
  void itCannotBeCalledWithoutNew(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value constructor = window.global().get("MessageChannel");
      attempt("of the global", () -> window.global().call("MessageChannel"));
      attempt("undefined", () -> apply(window, constructor, undefined()));
      attempt("a channel", () -> apply(window, constructor, window.newChannel()));
      attempt("new", () -> window.construct("MessageChannel"));
    });

    for (String label : List.of("of the global", "undefined", "a channel")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
    assertThat(world.settle().outcome("new")).returned();
  }

  /** It declares no arguments. */
  @Test
  @Verifies("idl.channel.ctor-no-args")
  void itsLengthIsZero(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("length", window.global().get("MessageChannel").get("length"));
      observe("name", window.global().get("MessageChannel").get("name"));
    });

    assertThat(world.settle().observed("length")).isEqualTo(0);
    assertThat(world.settle().observed("name")).isEqualTo("MessageChannel");
  }

  /** It ignores those that it is given: a channel that was made with some is as good as any. */
  @Test
  @Verifies("idl.channel.ctor-no-args")
  void itIgnoresArguments(World world) {
    Realm window = world.window();

    window.run(() -> {
      Object unread = object().accessor("port1", "read", () -> {
        mark("an argument was read");
        return "port1";
      });
      Value channel = window.construct("MessageChannel", unread, 7);
      channel.get("port2").asPort().onmessage(reaction("received", Event::record));
      channel.get("port1").asPort().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("read");
  }

  /** Its ports cannot be assigned, and stay what they are. */
  @Test
  @Verifies("idl.channel.ports-readonly")
  void thePortsCannotBeAssigned(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      for (String name : List.of("port1", "port2")) {
        observe(name + " before", channel.get(name));
        attempt(name, () -> channel.set(name, window.newChannel().port1()));
        attempt(name + " to null", () -> channel.set(name, null));
        observe(name + " after", channel.get(name));
      }
    });

    Trace trace = world.settle();
    for (String name : List.of("port1", "port2")) {
      assertThat(trace.outcome(name)).threwError("TypeError");
      assertThat(trace.outcome(name + " to null")).threwError("TypeError");
      assertThat(trace.observed(name + " after")).isSameAs(trace.observed(name + " before"));
    }
  }

  /** They have no setters: nothing can be set, and nothing is hidden behind a property of the channel. */
  @Test
  @Verifies("idl.channel.ports-readonly")
  void thePortsHaveNoSetters(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value channel = window.newChannel();
      observe("port1", write(window, channel, "port1", window.newChannel().port1(), channel));
      observe("port2", write(window, channel, "port2", null, channel));
    });

    assertThat(world.settle().observed("port1")).isEqualTo(false);
    assertThat(world.settle().observed("port2")).isEqualTo(false);
  }
}
