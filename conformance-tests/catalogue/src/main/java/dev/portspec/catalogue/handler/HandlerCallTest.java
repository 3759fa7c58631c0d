package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.thisValue;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** How a handler is called: HTML, "the event handler processing algorithm". */
class HandlerCallTest {

  /** The handler that is called is the one that is there when its turn comes. */
  @Test
  @Verifies("handler.value-read-at-call")
  void theHandlerIsReadWhenItsTurnComes(World world) {
    Channel channel = world.window().newChannel();
    Reaction replaced = reaction("replaced", event -> {}).neverCalled();
    Reaction current = reaction("current", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("replaces", event -> channel.port2().onmessage(current)));
      channel.port2().onmessage(replaced);
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("replaced");
  }

  /** A handler that is set to null before its turn is not called. */
  @Test
  @Verifies("handler.nulled-midway-not-called")
  void aHandlerThatIsSetToNullLosesItsTurn(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("nulls", event -> channel.port2().onmessage(null)));
      channel.port2().onmessage(reaction("nulled", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("last", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("nulled");
  }

  /** The event is the only argument, and the port is {@code this}. */
  @Test
  @Verifies("handler.one-argument-and-this")
  void theEventIsTheOnlyArgument(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        observe("this", thisValue());
      }));
      observe("port", channel.port2());
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).calledWith("handler", 1);
    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle().observed("this")).isSameAs(world.settle().observed("port"));
  }

  /** An exception of a handler is reported, before the next listener runs. */
  @Test
  @Verifies("handler.exception")
  void anExceptionIsReportedBeforeTheNextListener(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler", event -> raise(error("RangeError", "boom"))));
      port.addEventListener("message", reaction("next", event -> {}));
      attempt("dispatch", () -> port.dispatchEvent(window.newMessageEvent("message", object())));
    });

    assertThat(world.settle().outcome("dispatch")).returned(true);
    assertThat(world.settle()).reported("boom").marks("handler", "reported", "next");
  }

  /** Nor does it stop other listeners or messages, whether it is reported or not. */
  @Test
  @Verifies("handler.exception")
  void anExceptionStopsNothing(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> raise("boom"), Event::record));
      channel.port2().addEventListener("message", reaction("next", Event::record));
      attempt("post", () -> channel.port1().postMessage("a"));
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("b");
    assertThat(world.settle().by("next")).dataOf("message").containsExactly("a", "b");
    assertThat(world.settle()).mayReport();
  }
}
