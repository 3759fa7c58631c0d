package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What onmessage does for a port and for nothing else: HTML, 9.4.4, onmessage. */
class ImplicitPortsAreEnabledTest {
  /** A listener at a Worker, and one at the global of a worker, get messages though onmessage was never set. */
  @Test
  @Verifies("port.onmessage.rule-is-port-only")
  void listenersOfAWorkerNeedNoHandler(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self ->
          self.addEventListener("message", reaction("inside", event -> self.postMessage(event.data()))));
      worker.addEventListener("message", reaction("outside", Event::record));
      worker.postMessage("there and back");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("there and back");
  }

  /** Setting onmessage of a Worker does not start the ports that the owner has. */
  @Test
  @Verifies("port.onmessage.rule-is-port-only")
  void theHandlerOfAWorkerStartsNoOtherPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("at the port", event -> {}).neverCalled());
      channel.port1().postMessage("waits");
      WorkerHandle worker = window.newWorker(self -> self.postMessage("from inside"));
      worker.onmessage(reaction("at the worker", Event::record));
    });

    assertThat(window.settled()).dataOf("message").containsExactly("from inside");
    assertThat(window.settled()).neverCalled("at the port");
  }
}
