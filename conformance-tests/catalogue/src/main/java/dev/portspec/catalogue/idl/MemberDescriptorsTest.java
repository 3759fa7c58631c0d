package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Reflection.hasOwn;
import static dev.portspec.catalogue.idl.Reflection.property;
import static dev.portspec.catalogue.idl.Reflection.prototype;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where members are, and with which attributes: Web IDL, attributes and operations. */
class MemberDescriptorsTest {
  private static final List<String> OPERATIONS = List.of("postMessage", "start", "close");
  private static final List<String> HANDLERS = List.of("onmessage", "onmessageerror");
  private static final List<String> PORTS = List.of("port1", "port2");

  /** Operations are methods of the prototype: writable, enumerable and configurable. */
  @Test
  @Verifies("idl.attrs-on-prototype")
  void operationsAreMethodsOfThePrototype(World world) {
    assertProperties(world, "MessagePort", OPERATIONS, "value: function, writable, enumerable, configurable");
  }

  /** Event handler attributes are accessors of the prototype: enumerable, configurable, with getter and setter. */
  @Test
  @Verifies("idl.attrs-on-prototype")
  void handlersAreAccessorsOfThePrototype(World world) {
    assertProperties(world, "MessagePort", HANDLERS, "get: function, set: function, enumerable, configurable");
  }

  /** The ports of a channel are accessors of its prototype: enumerable, configurable, with a getter only. */
  @Test
  @Verifies("idl.attrs-on-prototype")
  void portsAreAccessorsOfThePrototype(World world) {
    assertProperties(world, "MessageChannel", PORTS, "get: function, set: undefined, enumerable, configurable");
  }

  /** No port has its members as properties of its own, once they were set neither. */
  @Test
  @Verifies("idl.attrs-on-prototype")
  void noPortHasThemAsItsOwn(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value port = window.newChannel().port1();
      HANDLERS.forEach(name -> port.set(name, null));
      OPERATIONS.forEach(name -> observeOwn(window, port, name));
      HANDLERS.forEach(name -> observeOwn(window, port, name));
    });

    OPERATIONS.forEach(name -> assertThat(world.settle().observed(name)).isEqualTo(false));
    HANDLERS.forEach(name -> assertThat(world.settle().observed(name)).isEqualTo(false));
  }

  /** No channel has its ports as properties of its own. */
  @Test
  @Verifies("idl.attrs-on-prototype")
  void noChannelHasThemAsItsOwn(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value channel = window.newChannel();
      PORTS.forEach(name -> observeOwn(window, channel, name));
    });

    PORTS.forEach(name -> assertThat(world.settle().observed(name)).isEqualTo(false));
  }

  private static void observeOwn(Realm window, Value object, String name) {
    untyped();
    observe(name, hasOwn(window, object, name));
  }

  private static void assertProperties(World world, String type, List<String> names, String expected) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      names.forEach(name -> observe(name, property(prototype(window, type), name)));
    });

    names.forEach(name -> assertThat(world.settle().observed(name)).isEqualTo(expected));
  }
}
