package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The order of what a moved port receives: HTML, receiving steps of MessagePort, step 2. */
class MovedQueueOrderTest {

  /** Messages from before, in flight, at the receipt and after it arrive in the order of posting. */
  @Test
  @Verifies("port.recv.preserves-order")
  void aMoveKeepsTheOrderOfPosting(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("before");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("in flight");
      carrier.port2().onmessage(event -> {
        channel.port1().postMessage("at receipt");
        event.port(0).onmessage(Event::record);
        channel.port1().postMessage("after enabling");
      });
    });

    assertThat(world.settle()).dataOf("message").containsExactly("before", "in flight", "at receipt", "after enabling");
  }

  /** The order holds when each stage comes in a task of its own, and each lasts until everything is at rest. */
  @Test
  @Verifies("port.recv.preserves-order")
  void aMoveInSlowStagesKeepsTheOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    channel.port1().postMessage("before");
    world.settle();
    carrier.port1().postMessage("the port", transferring(channel.port2()));
    world.settle();
    channel.port1().postMessage("in flight");
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
    world.settle();
    channel.port1().postMessage("after receipt");
    world.settle();
    window.run(() -> {
      moved.addEventListener("message", Event::record);
      moved.start();
    });
    channel.port1().postMessage("after enabling");

    assertThat(world.settle()).dataOf("message")
        .containsExactly("before", "in flight", "after receipt", "after enabling");
  }

  /** The order holds when everything is posted in the task of the transfer, and nobody waits. */
  @Test
  @Verifies("port.recv.preserves-order")
  void postsAroundATransferKeepTheirOrder(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> event.port(0).onmessage(Event::record));
      for (int i = 0; i < 4; i++) {
        channel.port1().postMessage("before " + i);
      }
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      for (int i = 0; i < 4; i++) {
        channel.port1().postMessage("in flight " + i);
      }
    });

    assertThat(world.settle()).dataOf("message").containsExactly(
        "before 0", "before 1", "before 2", "before 3", "in flight 0", "in flight 1", "in flight 2", "in flight 3");
  }

  /** What is posted at the receipt comes after what travelled, also where the new port is enabled at once. */
  @Test
  @Verifies("port.recv.preserves-order")
  void movedMessagesComeBeforeThoseSentAfterTheReceipt(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("travelled 1");
      channel.port1().postMessage("travelled 2");
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(Event::record);
        channel.port1().postMessage("at receipt 1");
        channel.port1().postMessage("at receipt 2");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    channel.port1().postMessage("later");

    assertThat(world.settle()).dataOf("message")
        .containsExactly("travelled 1", "travelled 2", "at receipt 1", "at receipt 2", "later");
  }

  /** The far end may answer what arrives, and its answers come after all that travelled. */
  @Test
  @Verifies("port.recv.preserves-order")
  void answersComeAfterWhatTravelled(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(asked -> channel.port1().postMessage("answer"));
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      carrier.port2().onmessage(event -> {
        event.port(0).postMessage("question");
        event.port(0).onmessage(Event::record);
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("three");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two", "three", "answer");
  }
}
