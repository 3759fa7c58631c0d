package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The port that a receiver gets: HTML, StructuredDeserializeWithTransfer, and receiving steps of MessagePort. */
class ReceivedPortTest {

  /** What is received is a MessagePort, and another object than the one that was sent. */
  @Test
  @Verifies("port.recv.new-object")
  void aReceivedPortIsANewMessagePort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("sent", channel.port2());
      observe("stayed", channel.port1());
      carrier.port2().onmessage(event -> observe("received", event.port(0)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("received")).isPlatform("MessagePort");
    assertThat(world.settle().observed("received")).isNotSameAs(world.settle().observed("sent"));
    assertThat(world.settle().observed("received")).isNotSameAs(world.settle().observed("stayed"));
  }

  /** A port that comes back is a third object. */
  @Test
  @Verifies("port.recv.new-object")
  void aPortThatComesBackIsNotTheOneThatLeft(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("sent", channel.port2());
      carrier.port1().onmessage(event -> observe("came back", event.port(0)));
      carrier.port2().onmessage(event -> {
        observe("arrived", event.port(0));
        carrier.port2().postMessage("back", transferring(event.port(0)));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("came back")).isPlatform("MessagePort");
    assertThat(world.settle().observed("came back")).isNotSameAs(world.settle().observed("sent"));
    assertThat(world.settle().observed("came back")).isNotSameAs(world.settle().observed("arrived"));
  }

  /** A received port keeps what it is sent until it is started, though the old one had been started. */
  @Test
  @Verifies("port.recv.starts-disabled")
  void aReceivedPortIsDisabledThoughTheOldOneWasStarted(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port2().start();
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        channel.port1().postMessage("waits");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    moved.onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("waits");
  }

  /** The first onmessage of a received port enables it, though that of the old one had been set. */
  @Test
  @Verifies("port.recv.starts-disabled")
  void theOldHandlerDoesNotCountAsTheFirst(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port2().onmessage(reaction("old", Event::record).neverCalled());
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        channel.port1().postMessage("waits");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    moved.onmessage(reaction("new", Event::record));
    world.settle();
    channel.port1().postMessage("arrives");

    assertThat(world.settle()).dataOf("message").containsExactly("waits", "arrives");
  }

  /** What travelled waits at the received port until it is started. */
  @Test
  @Verifies("port.recv.starts-disabled")
  void whatTravelledWaitsForStart(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port1().postMessage("travelled");
      carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      moved.addEventListener("message", Event::record);
      moved.start();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("travelled");
  }
}
