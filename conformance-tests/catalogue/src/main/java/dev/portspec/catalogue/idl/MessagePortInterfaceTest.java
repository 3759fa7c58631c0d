package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Reflection.hasOwn;
import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interface MessagePort: HTML, 9.4.4, and Web IDL, interface objects and interface prototype objects. */
class MessagePortInterfaceTest {

  /** A port cannot be constructed, and the interface object cannot be called. */
  @Test
  @Verifies("idl.port.not-constructible")
  void aPortCannotBeConstructed(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("new", () -> window.construct("MessagePort"));
      attempt("with a port", () -> window.construct("MessagePort", window.newChannel().port1()));
      attempt("call", () -> window.global().call("MessagePort"));
      observe("type", js("return typeof MessagePort"));
    });

    for (String label : List.of("new", "with a port", "call")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
    assertThat(world.settle().observed("type")).isEqualTo("function");
  }

  /** A class that extends it cannot be constructed either, nor can the constructor that a port has. */
  @Test
  @Verifies("idl.port.not-constructible")
  void noSubclassCanBeConstructed(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      Value port = window.newChannel().port1();
      Value reflect = window.global().get("Reflect");
      attempt("subclass", () -> window.keep(js("return new (class Derived extends MessagePort {})()")));
      attempt("other new.target", () ->
          reflect.call("construct", window.global().get("MessagePort"), list(), window.global().get("Object")));
      attempt("constructor", () -> reflect.call("construct", port.get("constructor"), list()));
    });

    for (String label : List.of("subclass", "other new.target", "constructor")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
  }

  /** The prototype has the members of the standard; a vendor may add others. */
  @Test
  @Verifies("idl.port.members")
  void itHasTheMembersOfTheStandard(World world) {
    Realm window = world.window();
    List<String> members = members(world);

    window.run(() -> {
      untyped();
      members.forEach(name -> observe(name, hasOwn(window, prototype(window, "MessagePort"), name)));
    });

    members.forEach(name -> assertThat(world.settle().observed(name)).isEqualTo(true));
  }

  /** A port has none of them of its own, and neither has the interface object. */
  @Test
  @Verifies("idl.port.members")
  void itHasThemNowhereElse(World world) {
    Realm window = world.window();
    List<String> members = members(world);

    window.run(() -> {
      untyped();
      Value port = window.newChannel().port1();
      members.forEach(name -> {
        observe("port: " + name, hasOwn(window, port, name));
        observe("static: " + name, hasOwn(window, window.global().get("MessagePort"), name));
      });
    });

    members.forEach(name -> {
      assertThat(world.settle().observed("port: " + name)).isEqualTo(false);
      assertThat(world.settle().observed("static: " + name)).isEqualTo(false);
    });
  }

  private static List<String> members(World world) {
    List<String> members = new ArrayList<>(
        List.of("close", "constructor", "onmessage", "onmessageerror", "postMessage", "start"));
    if (world.claims(Capability.CLOSE_EVENT)) {
      members.add("onclose");
    }
    return members;
  }
}
