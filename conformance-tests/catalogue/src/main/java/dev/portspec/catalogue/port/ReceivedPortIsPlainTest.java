package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What a script had done to the object of a port does not travel: HTML, transferable objects. */
class ReceivedPortIsPlainTest {

  /** A port of a subclass arrives as a plain MessagePort. */
  @Test
  @Verifies("port.recv.subclass-dropped")
  void aPortOfASubclassArrivesPlain(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("subclass", js(
          "Object.setPrototypeOf(args[0], Object.create(MessagePort.prototype, { extra: { value: 1 } }));"
              + " return args[0].extra", channel.port2()));
      carrier.port2().onmessage(event -> {
        observe("is plain", js("return Object.getPrototypeOf(args[0]) === MessagePort.prototype", event.port(0)));
        observe("extra", js("return args[0].extra", event.port(0)));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("subclass")).isEqualTo(1);
    assertThat(world.settle().observed("is plain")).isEqualTo(true);
    assertThat(world.settle().observed("extra")).isEqualTo(undefined());
  }

  /** The interface of a received port is found although a script took its global away. */
  @Test
  @Verifies("port.recv.subclass-dropped")
  void theGlobalNameIsNotAskedFor(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Value prototype = window.value("prototype");
    Value global = window.value("global");

    window.run(() -> {
      window.keep(js("return MessagePort.prototype")).keepAs(prototype);
      window.keep(js("return Object.getOwnPropertyDescriptor(globalThis, 'MessagePort')")).keepAs(global);
      observe("deleted", js("return delete globalThis.MessagePort"));
      carrier.port2().onmessage(event -> observe("is plain",
          js("return Object.getPrototypeOf(args[0]) === args[1]", event.port(0), prototype)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> observe("restored",
        js("Object.defineProperty(globalThis, 'MessagePort', args[0]); return true", global)));

    assertThat(world.settle().observed("deleted")).isEqualTo(true);
    assertThat(world.settle().observed("is plain")).isEqualTo(true);
    assertThat(world.settle().observed("restored")).isEqualTo(true);
  }

  /** A property that a script added to a port stays with the old object. */
  @Test
  @Verifies("port.xfer.original-keeps-object-state")
  void addedPropertiesStayWithTheOldObject(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("added", js("return args[0].extra = 1", channel.port2()));
      carrier.port2().onmessage(event -> {
        observe("at the new", js("return 'extra' in args[0]", event.port(0)));
        observe("at the old", js("return args[0].extra", channel.port2()));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("added")).isEqualTo(1);
    assertThat(world.settle().observed("at the new")).isEqualTo(false);
    assertThat(world.settle().observed("at the old")).isEqualTo(1);
  }
}
