package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.choosing;
import static dev.portspec.reference.SimulatedTestWorld.on;
import static dev.portspec.reference.SimulatedTestWorld.port;
import static dev.portspec.reference.SimulatedTestWorld.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.Accessor;
import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.PlainObject;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ports and buffers in transfer lists. */
class TransferTest {
  private final SimulatedTestWorld world = new SimulatedTestWorld();
  private final ReferenceChannel channel = world.channel();
  private final ReferencePort port1 = channel.getPort1();
  private final ReferencePort port2 = channel.getPort2();
  private final ReferenceChannel carrier = world.channel();

  @Test
  void aPortCannotBePostedThroughItself() {
    PlainObject message = new PlainObject().with("a", (Accessor) () -> world.log.add("read"));
    assertDataCloneError(() -> port1.postMessage(message, List.of(port1)));
    world.run(() -> {
      port2.setOnmessage(world.data());
      post(port1, "still works");
    });
    world.settle();
    assertThat(world.log).containsExactly("still works");
  }

  @Test
  void aDoomedPostStillSerializesAndLosesTheChannel() {
    PlainObject message = new PlainObject().with("a", (Accessor) () -> world.log.add("read"));
    world.run(() -> {
      port2.setOnmessage(world.data());
      port1.postMessage(message, List.of(port2));
      post(port1, "lost");
    });
    world.settle();
    assertThat(world.log).containsExactly("read");
    assertDataCloneError(() -> carrier.getPort1().postMessage("again", List.of(port2)));
  }

  @Test
  void listErrorsComeBeforeAccessorsAndDetachmentAfter() {
    PlainObject throwing = new PlainObject().with("a", (Accessor) () -> {
      throw new IllegalArgumentException("getter");
    });
    ArrayBuffer buffer = new ArrayBuffer(new byte[8]);
    world.run(port2::close);

    assertDataCloneError(() -> port1.postMessage(throwing, List.of(buffer, buffer)));
    assertDataCloneError(() -> port1.postMessage(throwing, List.of(buffer, new Object())));
    assertThatThrownBy(() -> world.run(() -> port1.postMessage(throwing, List.of(buffer, port2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(buffer.byteLength()).isEqualTo(8);
    assertThatThrownBy(() -> world.run(() -> port1.postMessage(null, Arrays.asList(buffer, null))))
        .isInstanceOf(WebTypeError.class);
  }

  @Test
  void elementsBeforeADetachedOneAreMovedUnlessChosenOtherwise() {
    assertThat(lengthAfterFailure("detached")).isZero();
    assertThat(lengthAfterFailure("kept")).isEqualTo(8);
  }

  private static int lengthAfterFailure(String outcome) {
    SimulatedTestWorld world = new SimulatedTestWorld(choosing(Freedom.TRANSFER_ROLLBACK, outcome));
    ReferenceChannel channel = world.channel();
    ArrayBuffer buffer = new ArrayBuffer(new byte[8]);
    world.run(channel.getPort2()::close);
    assertThatThrownBy(() -> world.run(() -> channel.getPort1().postMessage(1, List.of(buffer, channel.getPort2()))))
        .isInstanceOf(DOMException.class);
    return buffer.byteLength();
  }

  @Test
  void anAccessorMayTransferWhatIsListed() {
    PlainObject message = new PlainObject()
        .with("a", (Accessor) () -> {
          carrier.getPort1().postMessage("elsewhere", List.of(port2));
          return 1;
        });
    ReferenceChannel third = world.channel();
    assertDataCloneError(() -> third.getPort1().postMessage(message, List.of(port2)));
  }

  @Test
  void anAccessorMayPostAndCloseTheSender() {
    PlainObject message = new PlainObject().with("a", (Accessor) () -> {
      post(port1, "inner");
      port1.close();
      return "outer";
    });
    world.run(() -> {
      port2.setOnmessage(on(event -> world.log.add(
          event.getData() instanceof PlainObject object ? object.get("a") : event.getData())));
      post(port1, message);
    });
    world.settle();
    assertThat(world.log).containsExactly("inner", "outer");
  }

  @Test
  void portsArriveInListOrderAndKeepTheirIdentity() {
    List<MessageEvent> events = new ArrayList<>();
    ArrayBuffer buffer = new ArrayBuffer(new byte[] {1, 2});
    world.run(() -> {
      carrier.getPort2().setOnmessage(on(events::add));
      carrier.getPort1().postMessage(
          new PlainObject().with("p", port2).with("b", buffer), List.of(port1, buffer, port2));
    });
    world.settle();

    MessageEvent event = events.get(0);
    assertThat(event.getPorts()).hasSize(2).isSameAs(event.getPorts()).isUnmodifiable();
    assertThat(((PlainObject) event.getData()).get("p")).isSameAs(event.getPorts().get(1)).isNotSameAs(port2);
    assertThat(((ArrayBuffer) ((PlainObject) event.getData()).get("b")).toByteArray()).containsExactly(1, 2);
    assertThat(buffer.detached()).isTrue();
    world.run(() -> {
      port(event, 1).setOnmessage(world.data());
      post(port(event, 0), "both ends moved");
    });
    world.settle();
    assertThat(world.log).containsExactly("both ends moved");
  }

  @Test
  void bothEndsMayTravelInTwoMessages() {
    List<ReferencePort> received = new ArrayList<>();
    world.run(() -> {
      post(port1, "to 2");
      post(port2, "to 1");
      carrier.getPort2().setOnmessage(
          on(event -> {
            received.add(port(event, 0));
            port(event, 0).setOnmessage(world.data());
            post(port(event, 0), "from new " + event.getData());
          }));
      carrier.getPort1().postMessage("1", List.of(port1));
      carrier.getPort1().postMessage("2", List.of(port2));
    });
    world.settle();
    assertThat(world.log).containsExactlyInAnyOrder("to 1", "to 2", "from new 1", "from new 2");
  }

  @Test
  void anOriginalInFlightIsSilentUnlessChosenOtherwise() {
    assertThat(posts(Chooser.first())).containsExactly("new a", "new b");
    assertThat(posts(choosing(Freedom.ORIGINAL_DISPATCH_IN_FLIGHT, "dispatched-on-old")))
        .containsExactly("old a", "old b");
    assertThat(posts(choosing(Freedom.ORIGINAL_POST_IN_FLIGHT, "delivered")))
        .containsExactly("peer from original", "new a", "new b");
  }

  private static List<Object> posts(Chooser chooser) {
    SimulatedTestWorld world = new SimulatedTestWorld(chooser);
    ReferenceChannel channel = world.channel();
    ReferenceChannel carrier = world.channel();
    world.run(() -> {
      channel.getPort1().setOnmessage(world.data("peer "));
      channel.getPort2().setOnmessage(world.data("old "));
      post(channel.getPort1(), "a", "b");
      carrier.getPort1().postMessage("take it", List.of(channel.getPort2()));
      post(channel.getPort2(), "from original");
      channel.getPort2().start();
      channel.getPort2().close();
      post(channel.getPort2(), "from the closed original");
    });
    world.settle();
    world.run(() -> carrier.getPort2().setOnmessage(on(event -> port(event, 0).setOnmessage(world.data("new ")))));
    world.settle();
    return world.log;
  }

  @Test
  void aPartnerThatClosesInFlightIsNotRevived() {
    world.run(() -> {
      port1.setOnmessage(world.data());
      carrier.getPort2().setOnmessage(on(event -> post(port(event, 0), "to nobody")));
      carrier.getPort1().postMessage("take it", List.of(port2));
      port1.close();
    });
    world.settle();
    assertThat(world.log).isEmpty();
  }

  @Test
  void theRestOfTheQueueFollowsAPortTransferredInItsOwnHandler() {
    List<ReferencePort> moved = new ArrayList<>();
    world.run(() -> {
      carrier.getPort2().setOnmessage(on(event -> moved.add(port(event, 0))));
      port2.setOnmessage(
          on(event -> {
            world.log.add("old " + event.getData());
            carrier.getPort1().postMessage("take it", List.of(port2));
          }));
      post(port1, "0", "1", "2");
    });
    world.settle();
    world.run(() -> moved.get(0).setOnmessage(world.data("new ")));
    world.settle();
    assertThat(world.log).containsExactly("old 0", "new 1", "new 2");
    assertThat(world.reports).isEmpty();
  }

  @Test
  void aMessageThatCannotBeReceivedIsAMessageerror() {
    HostSerializable undeserializable = () -> () -> {
      throw new IllegalStateException("cannot be received");
    };
    EventListener record = on(event -> world.log.add(
        event.getType() + " " + event.getData() + " " + event.getPorts() + event.getOrigin() + event.getIsTrusted()));
    world.run(() -> {
      port2.setOnmessageerror(record);
      port2.setOnmessage(record);
      port1.postMessage(List.of(undeserializable), List.of(carrier.getPort1()));
      post(port1, "next");
    });
    world.settle();
    assertThat(world.log).containsExactly("messageerror null []true", "message next []true");
    assertThat(world.reports).isEmpty();
  }

  @Test
  void structuredCloneMovesAPortWithItsQueue() {
    world.run(() -> {
      port2.setOnmessage(world.data("old "));
      post(port1, "a");
      ReferencePort clone = (ReferencePort) world.window.structuredClone(port2, List.of(port2));
      post(port1, "b");
      clone.setOnmessage(world.data());
    });
    world.settle();
    assertThat(world.log).containsExactly("a", "b");
  }

  private void assertDataCloneError(Runnable block) {
    assertThatThrownBy(() -> world.run(block))
        .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("DataCloneError"));
  }
}
