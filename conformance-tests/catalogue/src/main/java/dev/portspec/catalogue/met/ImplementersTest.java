package dev.portspec.catalogue.met;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What includes the mixin MessageEventTarget: HTML, 9.4.3. */
class ImplementersTest {
  /** A port, a Worker and the global of a worker have onmessage and onmessageerror. */
  @Test
  @Verifies("met.implementers")
  void threeInterfacesHaveTheAttributes(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("at the port", event -> {}));
      channel.port2().onmessageerror(reaction("never", event -> {}).neverCalled());
      channel.port1().postMessage("to the port");
      WorkerHandle worker = window.newWorker(self -> {
        self.onmessage(reaction("at the global", event -> self.postMessage("to the worker object")));
        self.onmessageerror(reaction("never inside", event -> {}).neverCalled());
      });
      worker.onmessage(reaction("at the worker object", event -> {}));
      worker.onmessageerror(reaction("never outside", event -> {}).neverCalled());
      worker.postMessage("to the global");
    });

    assertThat(world.settle()).called("at the port", 1).called("at the global", 1).called("at the worker object", 1);
  }
}
