package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.choosing;
import static dev.portspec.reference.SimulatedTestWorld.on;
import static dev.portspec.reference.SimulatedTestWorld.port;
import static dev.portspec.reference.SimulatedTestWorld.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Queues: disabled until started, in order, each message once. */
class PortQueueTest {
  private final SimulatedTestWorld world = new SimulatedTestWorld();
  private final ReferenceChannel channel = world.channel();
  private final ReferencePort port1 = channel.getPort1();
  private final ReferencePort port2 = channel.getPort2();

  @Test
  void aListenerAloneReceivesNothing() {
    world.run(() -> {
      port2.addEventListener("message", world.data());
      post(port1, "kept");
    });
    world.settle();
    assertThat(world.log).isEmpty();

    world.run(() -> {
      port2.start();
      port2.start();
      world.log.add("started");
    });
    world.settle();
    assertThat(world.log).containsExactly("started", "kept");
  }

  @Test
  void theFirstAssignmentEnablesEvenWithNull() {
    world.run(() -> {
      post(port1, "consumed unseen");
      port2.setOnmessage(null);
    });
    world.settle();
    world.run(() -> {
      port2.setOnmessage(world.data());
      post(port1, "seen");
    });
    world.settle();
    assertThat(world.log).containsExactly("seen");
  }

  @Test
  void aNulledHandlerLosesWhatArrives() {
    world.run(() -> {
      port2.setOnmessage(world.data());
      port2.setOnmessage(null);
      post(port1, "lost");
    });
    world.settle();
    world.run(() -> {
      port2.setOnmessage(world.data());
      post(port1, "seen");
    });
    world.settle();
    assertThat(world.log).containsExactly("seen");
  }

  @Test
  void onmessageerrorDoesNotEnable() {
    world.run(() -> {
      port2.setOnmessageerror(world.logging("error"));
      port2.addEventListener("message", world.data());
      post(port1, "kept");
    });
    world.settle();
    assertThat(world.log).isEmpty();
  }

  @Test
  void aReplyIsATaskOfItsOwn() {
    world.run(() -> {
      port1.setOnmessage(world.data());
      port2.setOnmessage(
          on(event -> {
            world.log.add("in");
            post(port2, "reply");
            world.log.add("out");
          }));
      post(port1, "ask", "ask");
      world.log.add("posted");
    });
    world.settle();
    assertThat(world.log).containsExactly("posted", "in", "out", "in", "out", "reply", "reply");
  }

  @Test
  void unshippedPortsAreServedInTheOrderOfPosting() {
    ReferenceChannel other = world.channel();
    world.run(() -> {
      port2.setOnmessage(world.data());
      post(port1, "a1");
      post(other.getPort1(), "b1");
      post(port1, "a2");
      post(other.getPort1(), "b2");
      other.getPort2().setOnmessage(world.data());
    });
    world.settle();
    assertThat(world.log).containsExactly("a1", "b1", "a2", "b2");
  }

  @Test
  void theOrderBetweenUnshippedPortsIsAFreedom() {
    Chooser lastOfAny = (what, options) ->
        what.equals("port.unshipped.global-order") ? options.indexOf("port-order") : options.size() - 1;
    SimulatedTestWorld free = new SimulatedTestWorld(lastOfAny);
    ReferenceChannel a = free.channel();
    ReferenceChannel b = free.channel();
    free.run(() -> {
      a.getPort2().setOnmessage(free.data());
      b.getPort2().setOnmessage(free.data());
      post(a.getPort1(), "a1", "a2");
      post(b.getPort1(), "b1", "b2");
    });
    free.settle();
    assertThat(free.log).containsExactly("b1", "b2", "a1", "a2");
  }

  @Test
  void messagesTravelWithTheirPortInOrder() {
    ReferenceChannel carrier = world.channel();
    world.run(() -> {
      post(port1, "before");
      carrier.getPort2().setOnmessage(
          on(event -> {
            post(port1, "at receipt");
            port(event, 0).setOnmessage(world.data());
            post(port1, "after");
          }));
      carrier.getPort1().postMessage("take it", List.of(port2));
      post(port1, "in flight");
    });
    world.settle();
    assertThat(world.log).containsExactly("before", "in flight", "at receipt", "after");
  }

  @Test
  void aClosedPortDispatchesWhatItHadReceivedUnlessChosenOtherwise() {
    assertThat(receivedBeforeClose("delivered")).containsExactly("a", "b");
    assertThat(receivedBeforeClose("dropped")).isEmpty();
  }

  private static List<Object> receivedBeforeClose(String outcome) {
    SimulatedTestWorld world = new SimulatedTestWorld(choosing(Freedom.RECEIVED_BEFORE_CLOSE, outcome));
    ReferenceChannel channel = world.channel();
    world.run(() -> {
      post(channel.getPort1(), "a", "b");
      channel.getPort2().close();
      channel.getPort2().close();
      post(channel.getPort1(), "too late");
      channel.getPort2().setOnmessage(world.data());
    });
    world.settle();
    return world.log;
  }

  @Test
  void whatWasSentSurvivesTheSender() {
    world.run(() -> {
      post(port1, "sent");
      port1.close();
      port1.close();
      post(port1, "nowhere");
      port2.setOnmessage(world.data());
    });
    world.settle();
    assertThat(world.log).containsExactly("sent");
  }
}
