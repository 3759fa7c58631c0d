package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The attributes port1 and port2: HTML, "The port1 getter steps", "The port2 getter steps". */
class PortGettersTest {

  /** Each read of port1 gives the same object, in one task and in a later one. */
  @Test
  @Verifies("channel.port1.same-object")
  void eachReadOfPort1GivesOneObject(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("first", channel.port1());
      observe("second", channel.port1());
    });
    window.run(() -> observe("later", channel.port1()));

    Trace trace = world.settle();
    assertThat(trace.observed("second")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("later")).isSameAs(trace.observed("first"));
  }

  /** Each read of port2 gives the same object, in one task and in a later one. */
  @Test
  @Verifies("channel.port2.same-object")
  void eachReadOfPort2GivesOneObject(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("first", channel.port2());
      observe("second", channel.port2());
    });
    window.run(() -> observe("later", channel.port2()));

    Trace trace = world.settle();
    assertThat(trace.observed("second")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("later")).isSameAs(trace.observed("first"));
  }

  /** What the getters return is the same before and after messages went through the ports. */
  @Test
  @Verifies({"channel.port1.same-object", "channel.port2.same-object"})
  void usingThePortsDoesNotReplaceThem(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port1 before", channel.port1());
      observe("port2 before", channel.port2());
      channel.port1().onmessage(event -> observe("port1 after", channel.port1()));
      channel.port2().onmessage(event -> observe("port2 after", channel.port2()));
      channel.port1().postMessage("forth");
      channel.port2().postMessage("back");
    });

    Trace trace = world.settle();
    verifying("channel.port1.same-object",
        () -> assertThat(trace.observed("port1 after")).isSameAs(trace.observed("port1 before")));
    verifying("channel.port2.same-object",
        () -> assertThat(trace.observed("port2 after")).isSameAs(trace.observed("port2 before")));
  }

  /** After either end was closed the getters return the ports that they returned before. */
  @Test
  @Verifies("channel.getters-survive-transfer")
  void closingAPortDoesNotChangeTheGetters(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      observe("port1 before", channel.port1());
      observe("port2 before", channel.port2());
      channel.port1().close();
      observe("port1 after", channel.port1());
      observe("port2 after", channel.port2());
    });
    window.run(() -> observe("port1 later", channel.port1()));

    Trace trace = world.settle();
    assertThat(trace.observed("port1 after")).isSameAs(trace.observed("port1 before"));
    assertThat(trace.observed("port2 after")).isSameAs(trace.observed("port2 before"));
    assertThat(trace.observed("port1 later")).isSameAs(trace.observed("port1 before"));
  }

  /** After a transfer the getters return the old objects, while the port is on its way and once it was received. */
  @Test
  @Verifies("channel.getters-survive-transfer")
  void transferringAPortDoesNotChangeTheGetters(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> observe("received", event.port(0)));
      observe("port1 before", channel.port1());
      observe("port2 before", channel.port2());
      carrier.port1().postMessage("a port", transferring(channel.port2()));
      observe("port2 on its way", channel.port2());
    });
    world.settle();
    window.run(() -> {
      observe("port1 after", channel.port1());
      observe("port2 after", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("port1 after")).isSameAs(trace.observed("port1 before"));
    assertThat(trace.observed("port2 on its way")).isSameAs(trace.observed("port2 before"));
    assertThat(trace.observed("port2 after")).isSameAs(trace.observed("port2 before"));
    assertThat(trace.observed("port2 after")).isNotSameAs(trace.observed("received"));
  }
}
