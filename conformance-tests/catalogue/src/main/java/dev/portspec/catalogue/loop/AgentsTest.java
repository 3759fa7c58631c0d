package dev.portspec.catalogue.loop;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerGlobal;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Event loops of several agents: HTML, "event loops", and "queue a task". */
class AgentsTest {
  /**
   * Whoever posts to it, the reactions of one agent never run at the same time, nor one inside another: each posts in
   * its middle, which is when an implementation has its chance.
   */
  @Test
  @Verifies("loop.one-per-agent")
  void reactionsOfOneAgentNeverOverlap(World world) {
    Realm window = world.window();
    Consumer<WorkerGlobal> script = self -> repeat(10, i -> self.postMessage("m"));

    window.run(() -> {
      for (int i = 0; i < 2; i++) {
        WorkerHandle worker = window.newWorker(script);
        worker.onmessage(reaction("reaction", event -> {
          mark("begins");
          worker.postMessage("heard");
          mark("ends");
        }).called(10));
      }
    });

    String[] expected = new String[40];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = i % 2 == 0 ? "begins" : "ends";
    }
    assertThat(window.settled()).marks(expected);
  }

  /** The messages of each of two workers arrive in the order in which that one posted them. */
  @Test
  @Verifies("loop.cross-agent-order-per-sender")
  void theOrderOfEachSenderIsKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      for (String name : new String[] {"first", "second"}) {
        WorkerHandle worker = window.newWorker(self -> {
          for (int i = 0; i < 4; i++) {
            self.postMessage("m" + i);
          }
        });
        worker.onmessage(reaction(name, Event::record));
      }
    });

    Trace trace = window.settled();
    assertThat(trace.by("first")).dataOf("message").containsExactly("m0", "m1", "m2", "m3");
    assertThat(trace.by("second")).dataOf("message").containsExactly("m0", "m1", "m2", "m3");
  }

  /** And so do those that two workers post to a third over its ports. */
  @Test
  @Verifies("loop.cross-agent-order-per-sender")
  void theOrderOfEachSenderIsKeptOverPorts(World world) {
    Realm window = world.window();
    WorkerHandle target = window.newWorker(self -> self.onmessage(event ->
        event.port(0).onmessage(Event::record)));

    window.run(() -> {
      Channel channel = window.newChannel();
      WorkerHandle sender = window.newWorker(self -> self.onmessage(event -> {
        for (int i = 0; i < 4; i++) {
          event.port(0).postMessage("m" + i);
        }
      }));
      target.postMessage("one end", transferring(channel.port1()));
      sender.postMessage("the other", transferring(channel.port2()));
    });

    assertThat(target.inside().settled()).dataOf("message").containsExactly("m0", "m1", "m2", "m3");
  }

  /** Once a worker has closed and its task has ended, nothing more runs there. */
  @Test
  @Verifies("loop.worker-destroyed")
  void nothingRunsInAWorkerThatHasClosed(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
      event.port(0).onmessage(reaction("port", message -> {}).neverCalled());
      self.postMessage("closes now");
      self.close();
    }));

    window.run(() -> {
      worker.onmessage(Event::record);
      worker.postMessage("close", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      worker.postMessage("again");
      channel.port1().postMessage("over the port");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("closes now");
    assertThat(world.settle()).neverCalled("port");
  }
}
