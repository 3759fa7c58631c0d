package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerGlobal;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Ports that go into a worker and out of it: HTML, the transfer steps of ports. */
class WorkerPortsTest {
  /** What waits in a port goes along into the worker, and what is posted later follows in order. */
  @Test
  @Verifies("worker.ports-transfer")
  void aPortTakesItsQueueIntoAWorker(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        Port received = event.port(0);
        received.onmessage(reaction("echo", echoed -> received.postMessage(echoed.data())).called(3));
      }));
      channel.port1().postMessage("before");
      worker.postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("after");
      channel.port1().postMessage("later");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("before", "after", "later");
  }

  /** And out of it: the link to the end that stayed holds in both directions. */
  @Test
  @Verifies("worker.ports-transfer")
  void aPortTakesItsQueueOutOfAWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        Channel channel = self.realm().newChannel();
        channel.port1().onmessage(reaction("echo", event -> channel.port1().postMessage(event.data())));
        channel.port1().postMessage("before");
        self.postMessage("port", transferring(channel.port2()));
        channel.port1().postMessage("after");
      });
      worker.onmessage(event -> {
        event.port(0).onmessage(reaction("received", Event::record));
        event.port(0).postMessage("there and back");
      });
    });

    assertThat(window.settled()).dataOf("message").containsExactly("before", "after", "there and back");
  }

  /** Two workers that hold the ends of one channel need their owner no more. */
  @Test
  @Verifies({"worker.ports-transfer", "port.recv.two-agents"})
  void twoWorkersTalkOverAChannel(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Consumer<WorkerGlobal> script = self -> self.onmessage(event -> {
      event.port(0).onmessage(Event::record);
      event.port(0).postMessage(event.data());
    });
    WorkerHandle left = window.newWorker(script);
    WorkerHandle right = window.newWorker(script);

    window.run(() -> {
      left.postMessage("from the left", transferring(channel.port1()));
      right.postMessage("from the right", transferring(channel.port2()));
    });

    verifying("worker.ports-transfer", () ->
        assertThat(left.inside().settled()).dataOf("message").containsExactly("from the right"));
    verifying("port.recv.two-agents", () ->
        assertThat(right.inside().settled()).dataOf("message").containsExactly("from the left"));
  }

  /** A port that has left cannot be sent again. */
  @Test
  @Verifies("worker.ports-transfer")
  void aPortThatHasLeftIsUnusable(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> event.port(0).onmessage(Event::record)));

    window.run(() -> {
      worker.postMessage("port", transferring(channel.port2()));
      attempt("again", () -> worker.postMessage("again", transferring(channel.port2())));
      channel.port1().postMessage("over the channel");
    });

    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(worker.inside().settled()).dataOf("message").containsExactly("over the channel");
  }

  /** Many messages in both directions at once: each side sees those of the other once and in order. */
  @Test
  @Verifies("worker.ports-transfer")
  void burstsInBothDirectionsKeepTheirOrder(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
      event.port(0).onmessage(Event::record);
      for (int i = 0; i < 4; i++) {
        event.port(0).postMessage("out " + i);
      }
    }));
    window.run(() -> {
      channel.port1().onmessage(Event::record);
      worker.postMessage("port", transferring(channel.port2()));
      for (int i = 0; i < 4; i++) {
        channel.port1().postMessage("in " + i);
      }
    });

    Object[] out = new Object[4];
    Object[] in = new Object[4];
    for (int i = 0; i < 4; i++) {
      out[i] = "out " + i;
      in[i] = "in " + i;
    }
    assertThat(window.settled()).dataOf("message").containsExactly(out);
    assertThat(worker.inside().settled()).dataOf("message").containsExactly(in);
  }
}
