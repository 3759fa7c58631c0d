package dev.portspec.catalogue.met;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
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

  /** In a worker each of the two runs for its own type. */
  @Test
  @Verifies("met.implementers")
  void eachRunsForItsType(World world) {
    WorkerHandle worker = world.window().newWorker(self -> {
      self.onmessage(reaction("onmessage", Event::record));
      self.onmessageerror(reaction("onmessageerror", Event::record));
      self.dispatchEvent(self.realm().newMessageEvent("messageerror", object()));
      self.dispatchEvent(self.realm().newMessageEvent("message", object()));
    });

    Trace trace = worker.inside().settled();
    assertThat(trace).marks("onmessageerror", "onmessage");
    assertThat(trace.event("onmessage")).has(attribute("type", "message"));
    assertThat(trace.event("onmessageerror")).has(attribute("type", "messageerror"));
  }

  /** Both can be read in a worker: they are null at first, and then what they were set to. */
  @Test
  @Verifies("met.implementers")
  void bothCanBeReadInAWorker(World world) {
    WorkerHandle worker = world.window().newWorker(self -> {
      Reaction handler = reaction("handler", event -> {}).neverCalled();
      observe("onmessage at first", self.onmessage());
      observe("onmessageerror at first", self.onmessageerror());
      self.onmessage(handler);
      observe("onmessage", self.onmessage());
      observe("onmessageerror before it is set", self.onmessageerror());
      self.onmessageerror(handler);
      observe("onmessageerror", self.onmessageerror());
      observe("handler", handler);
    });

    Trace trace = worker.inside().settled();
    for (String name : List.of("onmessage at first", "onmessageerror at first", "onmessageerror before it is set")) {
      assertThat(trace.observed(name)).isEqualTo(null);
    }
    assertThat(trace.observed("onmessage")).isSameAs(trace.observed("handler"));
    assertThat(trace.observed("onmessageerror")).isSameAs(trace.observed("handler"));
  }
}
