package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.thisValue;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Listeners that are objects: Web IDL, "call a user object's operation", steps 8 to 10. */
class HandleEventTest {

  /** An object is called through its handleEvent, which is read anew at each dispatch. */
  @Test
  @Verifies("event.handleevent-object")
  void handleEventIsReadAtEachDispatch(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      Value listener = window.keep(object().with("handleEvent", reaction("first", Event::record)));
      channel.port2().call("addEventListener", "message", listener);
      channel.port2().addEventListener("message",
          reaction("swap", event -> listener.set("handleEvent", reaction("second", Event::record)), event -> {}));
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle().by("first")).dataOf("message").containsExactly("a");
    assertThat(world.settle().by("second")).dataOf("message").containsExactly("b");
  }

  /** The object is {@code this} there, and the event the only argument. */
  @Test
  @Verifies("event.handleevent-object")
  void theObjectIsThis(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      Value listener =
          window.keep(object().with("handleEvent", reaction("called", event -> observe("this", thisValue()))));
      observe("listener", listener);
      channel.port2().call("addEventListener", "message", listener);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).calledWith("called", 1);
    assertThat(world.settle().observed("this")).isSameAs(world.settle().observed("listener"));
  }

  /** An object without a callable handleEvent is accepted; at each message a TypeError is reported. */
  @Test
  @Verifies("event.handleevent-missing")
  void aMissingHandleEventIsReported(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      attempt("add", () -> channel.port2().call("addEventListener", "message", window.keep(object())));
      channel.port2().addEventListener("message", reaction("next", Event::record));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("add")).returned();
    assertThat(trace).dataOf("message").containsExactly("m");
    assertThat(trace.reported()).hasSize(1);
    assertThat(trace.reported().get(0)).isError("TypeError");
  }

  /** A handleEvent that is there and no function is no better. */
  @Test
  @Verifies("event.handleevent-missing")
  void aHandleEventThatIsNoFunctionIsReported(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      channel.port2().call("addEventListener", "message", window.keep(object().with("handleEvent", 5)));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().reported()).hasSize(1);
    assertThat(world.settle().reported().get(0)).isError("TypeError");
  }
}
