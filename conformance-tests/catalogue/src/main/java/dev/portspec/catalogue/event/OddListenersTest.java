package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callbacks that are no objects, or are left out: DOM, {@code addEventListener}, and Web IDL, nullable callbacks. */
class OddListenersTest {

  /** null and undefined as a callback are no error, and no listener. */
  @Test
  @Verifies("event.add.null-ignored")
  void aMissingCallbackIsIgnored(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      attempt("null", () -> channel.port2().call("addEventListener", "message", null));
      attempt("undefined", () -> channel.port2().call("addEventListener", "message", undefined()));
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().outcome("null")).returned();
    assertThat(world.settle().outcome("undefined")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** Any other value that is no object is a TypeError. */
  @Test
  @Verifies("event.add.null-ignored")
  void aPrimitiveCallbackIsRefused(World world) {
    Port port = world.window().newChannel().port2();

    world.window().run(() -> {
      untyped();
      attempt("number", () -> port.call("addEventListener", "message", 5));
      attempt("string", () -> port.call("addEventListener", "message", "x"));
      attempt("boolean", () -> port.call("addEventListener", "message", false));
    });

    for (String attempt : List.of("number", "string", "boolean")) {
      assertThat(world.settle().outcome(attempt)).threwError("TypeError");
    }
  }

  /** The callback cannot be left out. */
  @Test
  @Verifies("event.add.null-ignored")
  void theCallbackCannotBeLeftOut(World world) {
    Port port = world.window().newChannel().port2();

    world.window().run(() -> {
      untyped();
      attempt("type only", () -> port.call("addEventListener", "message"));
      attempt("nothing", () -> port.call("addEventListener"));
    });

    assertThat(world.settle().outcome("type only")).threwError("TypeError");
    assertThat(world.settle().outcome("nothing")).threwError("TypeError");
  }
}
