package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which ports {@code ports} lists, and in which order: HTML, "message port post message steps", the task, step 6. */
class EventPortsTest {

  /** A port that the message does not mention arrives in ports, and is the one that was listed. */
  @Test
  @Verifies("port.post.ports-all-transferred")
  void aPortThatTheMessageDoesNotMentionArrives(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();

    window.run(() -> {
      a.port1().onmessage(Event::record);
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        event.port(0).postMessage("through the port");
      });
      carrier.port1().postMessage("m", transferring(a.port2()));
    });

    assertThat(world.settle().observed("ports")).hasSize(1);
    assertThat(world.settle()).dataOf("message").containsExactly("through the port");
  }

  /** Ports that the message mentions stand beside those that it does not. */
  @Test
  @Verifies({"port.post.ports-all-transferred", "port.post.ports-order"})
  void mentionedAndUnmentionedPortsArriveTogether(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        observe("second", event.port(1));
        observe("mentioned", event.data().get(0));
      });
      carrier.port1().postMessage(list(b.port2()), transferring(a.port2(), b.port2()));
    });

    Trace trace = world.settle();
    verifying("port.post.ports-all-transferred", () -> assertThat(trace.observed("ports")).hasSize(2));
    verifying(
        "port.post.ports-order",
        () -> assertThat(trace.observed("mentioned")).isSameAs(trace.observed("second")));
  }

  /** Three ports arrive in the order of the list, wherever they are in the message. */
  @Test
  @Verifies({"port.post.ports-order", "port.post.ports-all-transferred"})
  void portsKeepTheOrderOfTheList(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();
    Channel c = window.newChannel();

    window.run(() -> {
      a.port1().onmessage(reaction("a", Event::record));
      b.port1().onmessage(reaction("b", Event::record));
      c.port1().onmessage(reaction("c", Event::record));
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        event.port(0).postMessage("first");
        event.port(1).postMessage("second");
        event.port(2).postMessage("third");
      });
      carrier.port1().postMessage(
          list(a.port2(), b.port2(), c.port2()), transferring(c.port2(), a.port2(), b.port2()));
    });

    Trace trace = world.settle();
    verifying("port.post.ports-all-transferred", () -> assertThat(trace.observed("ports")).hasSize(3));
    verifying(
        "port.post.ports-order",
        () -> {
          assertThat(trace.by("c")).dataOf("message").containsExactly("first");
          assertThat(trace.by("a")).dataOf("message").containsExactly("second");
          assertThat(trace.by("b")).dataOf("message").containsExactly("third");
        });
  }

  /** Twenty ports arrive as one does. */
  @Test
  @Verifies({"port.post.ports-all-transferred", "port.post.ports-order"})
  void manyPortsArrive(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    List<Channel> channels = Stream.generate(window::newChannel).limit(20).toList();

    window.run(() -> {
      channels.get(19).port1().onmessage(Event::record);
      carrier.port2().onmessage(event -> {
        observe("ports", event.ports());
        event.port(19).postMessage("through the last");
      });
      carrier.port1().postMessage("m", transferring(channels.stream().map(Channel::port2).toArray()));
    });

    Trace trace = world.settle();
    verifying("port.post.ports-all-transferred", () -> assertThat(trace.observed("ports")).hasSize(20));
    verifying("port.post.ports-order", () -> assertThat(trace).dataOf("message").containsExactly("through the last"));
  }

  /** The ports of a message that waited for start() arrive, all of them. */
  @Test
  @Verifies("port.post.ports-all-transferred")
  void thePortsOfAMessageThatWaitedArrive(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      b.port1().onmessage(Event::record);
      carrier.port1().postMessage("m", transferring(a.port2(), b.port2()));
    });
    world.settle();
    carrier.port2().onmessage(event -> {
      observe("ports", event.ports());
      event.port(1).postMessage("through the second");
    });

    assertThat(world.settle().observed("ports")).hasSize(2);
    assertThat(world.settle()).dataOf("message").containsExactly("through the second");
  }
}
