package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Receiver.receivers;
import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code this}. */
record Receiver(String label, @Nullable Object value) {
  /** Objects that are no ports: the nearest ones, and none. */
  static List<Receiver> receivers(Realm window) {
    Value prototype = prototype(window, "MessagePort");
    return List.of(
        new Receiver("an object", object()),
        new Receiver("a channel", window.newChannel()),
        new Receiver("another event target", window.construct("EventTarget")),
        new Receiver("an object that inherits from the prototype", object().prototype(prototype)),
        new Receiver("an object that inherits from a port", object().prototype(window.newChannel().port1())),
        new Receiver("the prototype", prototype),
        new Receiver("a proxy of a port", window.construct("Proxy", window.newChannel().port1(), object())),
        new Receiver("undefined", undefined()),
        new Receiver("null", null),
        new Receiver("a string", "s"));
  }

  /** Each attempt of these labels threw a TypeError. */
  static void assertAllRefused(Trace trace, List<String> labels) {
    for (String label : labels) {
      assertThat(trace.outcome(label)).threwError("TypeError");
    }
  }
}
