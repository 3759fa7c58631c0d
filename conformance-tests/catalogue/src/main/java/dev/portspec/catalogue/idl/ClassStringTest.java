package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Reflection.apply;
import static dev.portspec.catalogue.idl.Reflection.property;
import static dev.portspec.catalogue.idl.Reflection.hasOwn;
import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Literal;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Class strings: Web IDL, "class string" and interface prototype objects. */
class ClassStringTest {

  /** The class string of a port or channel is the name of its interface. */
  @Test
  @Verifies("idl.class-string")
  void itIsTheNameOfTheInterface(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value channel = window.newChannel();
      Value toString = prototype(window, "Object").get("toString");
      observe("channel", apply(window, toString, channel));
      observe("port", apply(window, toString, channel.get("port1")));
      observe("port as a string", window.global().call("String", channel.get("port1")));
    });

    assertThat(world.settle().observed("channel")).isEqualTo("[object MessageChannel]");
    assertThat(world.settle().observed("port")).isEqualTo("[object MessagePort]");
    assertThat(world.settle().observed("port as a string")).isEqualTo("[object MessagePort]");
  }

  /** It is a property of the interface prototype object, which cannot be written and is not enumerated. */
  @Test
  @Verifies("idl.class-string")
  void itIsAPropertyOfThePrototype(World world) {
    Realm window = world.window();
    Literal tag = symbol("@@toStringTag");

    window.run(() -> {
      untyped();
      for (String type : List.of("MessageChannel", "MessagePort")) {
        observe(type, property(prototype(window, type), tag));
        observe(type + ": value", prototype(window, type).get(tag));
      }
      observe("own", hasOwn(window, window.newChannel().port1(), tag));
    });

    for (String type : List.of("MessageChannel", "MessagePort")) {
      assertThat(world.settle().observed(type)).isEqualTo("value: string, configurable");
      assertThat(world.settle().observed(type + ": value")).isEqualTo(type);
    }
    assertThat(world.settle().observed("own")).isEqualTo(false);
  }
}
