package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Where the events of a port are dispatched: HTML, "message event target". */
class TargetOfMessagesTest {

  /** The target of a message, as a handler sees it, is the port that received it. */
  @Test
  @Verifies("port.target.default-self")
  void aHandlerSeesThePortAsTarget(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port", channel.port2());
      channel.port2().onmessage(event -> observe("target", event.target()));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().observed("target")).isSameAs(world.settle().observed("port"));
  }

  /** So it is for a listener, and for the messages of the other direction. */
  @Test
  @Verifies("port.target.default-self")
  void listenersAtBothEndsSeeTheirPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port1", channel.port1());
      observe("port2", channel.port2());
      channel.port1().addEventListener("message", event -> observe("target at port1", event.target()));
      channel.port2().addEventListener("message", event -> observe("target at port2", event.target()));
      channel.port1().start();
      channel.port2().start();
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target at port1")).isSameAs(trace.observed("port1"));
    assertThat(trace.observed("target at port2")).isSameAs(trace.observed("port2"));
  }

  /** For a port that was moved it is the object that was received, also for messages queued before the move. */
  @Test
  @Verifies("port.target.default-self")
  void aReceivedPortIsTheTargetOfItsMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(carried -> {
        observe("received", carried.port(0));
        carried.port(0).onmessage(event -> observe("target", event.target()));
      });
      channel.port1().postMessage("queued before");
      carrier.port1().postMessage("a port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("target")).isSameAs(world.settle().observed("received"));
  }
}
