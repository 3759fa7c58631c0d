package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Transferred objects that are no ports: HTML, "message port post message steps", the task, step 6. */
class EventPortsAmongBuffersTest {

  /** A transferred buffer is not in ports. */
  @Test
  @Verifies("port.post.ports-only-ports")
  void aBufferIsNotInPorts(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      channel.port1().postMessage("m", transferring(buffer));
    });

    assertThat(world.settle().observed("ports")).hasSize(0);
  }

  /** Where buffers and ports are listed by turns, ports has the ports alone, in their order and without gaps. */
  @Test
  @Verifies({"port.post.ports-only-ports", "port.post.ports-order"})
  void portsAmongBuffersKeepTheirOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();
    Buffer x = window.newArrayBuffer(1);
    Buffer y = window.newArrayBuffer(2);

    window.run(() -> {
      a.port1().onmessage(reaction("a", Event::record));
      b.port1().onmessage(reaction("b", Event::record));
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        observe("first", event.port(0));
        observe("second", event.port(1));
        event.port(0).postMessage("first");
        event.port(1).postMessage("second");
      });
      carrier.port1().postMessage(list(y, x), transferring(x, b.port2(), y, a.port2()));
    });

    Trace trace = world.settle();
    verifying(
        "port.post.ports-only-ports",
        () -> {
          assertThat(trace.observed("ports")).hasSize(2);
          assertThat(trace.observed("first")).isPlatform("MessagePort");
          assertThat(trace.observed("second")).isPlatform("MessagePort");
        });
    verifying(
        "port.post.ports-order",
        () -> {
          assertThat(trace.by("b")).dataOf("message").containsExactly("first");
          assertThat(trace.by("a")).dataOf("message").containsExactly("second");
        });
  }

  /** Among buffers on either side, ports has the one port that is listed, and is frozen. */
  @Test
  @Verifies({"port.post.ports-only-ports", "port.post.ports-frozen"})
  void onePortAmongBuffersIsTheOnlyElement(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Buffer x = window.newArrayBuffer(1);
    Buffer y = window.newArrayBuffer(2);

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        event.port(0).postMessage("through the port");
      });
      carrier.port1().postMessage("m", transferring(x, channel.port2(), y).asOptions());
    });

    Trace trace = world.settle();
    verifying(
        "port.post.ports-only-ports",
        () -> {
          assertThat(trace.observed("ports")).hasSize(1);
          assertThat(trace).dataOf("message").containsExactly("through the port");
        });
    verifying("port.post.ports-frozen", () -> assertThat(trace.observed("ports")).isFrozen());
  }
}
