package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Ports that are listed and part of the message: HTML, StructuredDeserializeWithTransfer, steps 3 and 4. */
class EventPortsIdentityTest {

  /** A port that is listed and part of the message is one object. */
  @Test
  @Verifies("port.post.ports-identity")
  void aListedPortOfTheMessageIsOneObject(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("listed", event.port(0));
        observe("referenced", event.data().get("p"));
      });
      carrier.port1().postMessage(object().with("p", channel.port2()), transferring(channel.port2()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("listed")).isPlatform("MessagePort");
    assertThat(trace.observed("referenced")).isSameAs(trace.observed("listed"));
  }

  /** That holds for every place of the message, and not for another port. */
  @Test
  @Verifies({"port.post.ports-identity", "port.post.ports-order"})
  void everyReferenceIsToTheListedPort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("first", event.port(0));
        observe("second", event.port(1));
        observe("b at the top", event.data().get(0));
        observe("b inside", event.data().get(1).get("b"));
        observe("a inside", event.data().get(1).get("a"));
      });
      carrier.port1().postMessage(
          list(b.port2(), object().with("a", a.port2()).with("b", b.port2())), transferring(a.port2(), b.port2()));
    });

    Trace trace = world.settle();
    verifying(
        "port.post.ports-identity",
        () -> {
          assertThat(trace.observed("b at the top")).isSameAs(trace.observed("b inside"));
          assertThat(trace.observed("first")).isNotSameAs(trace.observed("second"));
        });
    verifying(
        "port.post.ports-order",
        () -> {
          assertThat(trace.observed("a inside")).isSameAs(trace.observed("first"));
          assertThat(trace.observed("b inside")).isSameAs(trace.observed("second"));
        });
  }

  /** The message may be the listed port itself. */
  @Test
  @Verifies("port.post.ports-identity")
  void theMessageMayBeTheListedPort(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("listed", event.port(0));
        observe("message", event.data());
      });
      carrier.port1().postMessage(channel.port2(), transferring(channel.port2()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("listed")).isPlatform("MessagePort");
    assertThat(trace.observed("message")).isSameAs(trace.observed("listed"));
  }
}
