package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Receiver.receivers;
import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.catalogue.idl.Reflection.read;
import static dev.portspec.catalogue.idl.Reflection.write;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes of MessagePort on other objects: Web IDL, the step of getters and setters that looks at {@code this}. */
class HandlerBrandCheckTest {

  /** Reading onmessage of another object is a TypeError, of the prototype too. */
  @Test
  @Verifies("idl.port.brand-check")
  void readingAHandlerNeedsAPort(World world) {
    assertHandlerNeedsAPort(world, "onmessage");
  }

  /** The same holds of onmessageerror. */
  @Test
  @Verifies("idl.port.brand-check")
  void readingTheErrorHandlerNeedsAPort(World world) {
    assertHandlerNeedsAPort(world, "onmessageerror");
  }

  /** Setting a handler of another object is a TypeError. */
  @Test
  @Verifies("idl.port.brand-check")
  void settingAHandlerNeedsAPort(World world) {
    Realm window = world.window();
    List<String> labels = new ArrayList<>();

    window.run(() -> {
      untyped();
      for (String name : List.of("onmessage", "onmessageerror")) {
        for (Receiver receiver : receivers(window)) {
          attempt(name + " of " + receiver.label(), () ->
              write(window, prototype(window, "MessagePort"), name, null, receiver.value()));
          labels.add(name + " of " + receiver.label());
        }
      }
    });

    Receiver.assertAllRefused(world.settle(), labels);
  }

  private static void assertHandlerNeedsAPort(World world, String handler) {
    Realm window = world.window();
    List<String> labels = new ArrayList<>();

    window.run(() -> {
      untyped();
      Value prototype = prototype(window, "MessagePort");
      for (Receiver receiver : receivers(window)) {
        attempt(receiver.label(), () -> read(window, prototype, handler, receiver.value()));
        labels.add(receiver.label());
      }
      attempt("plain read", () -> window.keep(prototype.get(handler)));
      observe("a port", read(window, prototype, handler, window.newChannel().port1()));
    });

    Receiver.assertAllRefused(world.settle(), labels);
    assertThat(world.settle().outcome("plain read")).threwError("TypeError");
    assertThat(world.settle().observed("a port")).isEqualTo(null);
  }
}
