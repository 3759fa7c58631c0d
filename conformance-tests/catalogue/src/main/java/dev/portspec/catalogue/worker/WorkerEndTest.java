package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What becomes of the ports of a worker: HTML, "run a worker", when its event loop ends. */
class WorkerEndTest {
  /** A partner of a port that ended with its worker posts to nobody, and is told nothing. */
  @Test
  @Verifies("worker.end.disentangles-ports")
  void thePartnerOfALostPortPostsToNobody(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        Port received = event.port(0);
        received.onmessage(reaction("in the worker", message -> {
          received.postMessage(message.data());
          self.close();
        }).called(1));
      }));
      worker.postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("while it lives");
    });
    world.settle();
    window.attempt("post", () -> channel.port1().postMessage("to nobody"));

    assertThat(window.settled()).dataOf("message").containsExactly("while it lives");
    assertThat(world.settle().outcome("post")).returned();
  }

  /** Whether the partner of such a port is told, by a close event, is open. */
  @Test
  @Verifies("worker.end.close-event")
  void thePartnerOfALostPortMayGetACloseEvent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().on("close", reaction("close", event -> {}).mayBeCalled());
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        event.port(0).onmessage(reaction("closes", message -> self.close()));
      }));
      worker.postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("close");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("fired", trace -> assertThat(trace).called("close", 1)),
        outcome("absent", trace -> assertThat(trace).neverCalled("close")));
  }

  /** A worker that is needed over a port lives on, though nobody holds its object. */
  @Test
  @Verifies("worker.protected-by-ports")
  void aPortKeepsItsWorker(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
      Port received = event.port(0);
      received.onmessage(reaction("in the worker", message -> received.postMessage(message.data())).called(1));
    }));

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      worker.postMessage("port", transferring(channel.port2()));
    });
    world.settle();
    window.forget(worker);
    world.collectGarbage();
    channel.port1().postMessage("still there?");

    assertThat(window.settled()).dataOf("message").containsExactly("still there?");
  }

  /** As long as the Worker is held, messages go both ways. */
  @Test
  @Verifies("worker.object-gc")
  void theImplicitPortsAreNotCollected(World world) {
    Realm window = world.window();
    WorkerHandle worker = window.newWorker(self ->
        self.onmessage(reaction("in the worker", event -> self.postMessage(event.data())).called(1)));

    window.run(() -> worker.onmessage(Event::record));
    world.settle();
    world.collectGarbage();
    worker.postMessage("still there?");

    assertThat(window.settled()).dataOf("message").containsExactly("still there?");
  }
}
