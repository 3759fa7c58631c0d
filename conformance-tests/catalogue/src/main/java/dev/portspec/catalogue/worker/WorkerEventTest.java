package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Assertions.Attribute;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The events that messages to and from a worker are fired as: HTML, "message port post message steps", the task. */
class WorkerEventTest {
  private static final Attribute[] OF_A_PORT = {
    attribute("interface", "MessageEvent"),
    attribute("origin", ""),
    attribute("lastEventId", ""),
    attribute("source", null),
    attribute("isTrusted", true),
    attribute("bubbles", false),
    attribute("cancelable", false)
  };

  /** At the Worker. */
  @Test
  @Verifies("worker.event-fields")
  void theOwnerSeesTheEventOfAPort(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("from inside"));
      worker.onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      }));
    });

    assertThat(world.settle().event("received")).has(OF_A_PORT);
    assertThat(world.settle().observed("ports")).hasSize(0);
    assertThat(world.settle().event("received")).has(attribute("data", "from inside"));
  }

  /** In the worker. */
  @Test
  @Verifies("worker.event-fields")
  void theWorkerSeesTheEventOfAPort(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      })));
      worker.postMessage("from outside");
    });

    assertThat(world.settle().event("received")).has(OF_A_PORT);
    assertThat(world.settle().observed("ports")).hasSize(0);
    assertThat(world.settle().event("received")).has(attribute("data", "from outside"));
  }

  /** A message that cannot be deserialized is a messageerror at the Worker, and no message. */
  @Test
  @Verifies("worker.messageerror-on-worker")
  void whatCannotBeReceivedIsAMessageerrorAtTheWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.postMessage(undeserializable());
        self.postMessage("next");
      });
      worker.onmessage(reaction("received", Event::record));
      worker.onmessageerror(reaction("failed", event -> {
        event.record();
        observe("target", event.target());
        observe("worker", worker);
      }));
    });

    Trace trace = world.settle();
    assertThat(trace.event("failed")).has(attribute("type", "messageerror"), attribute("data", null));
    assertThat(trace.observed("target")).isSameAs(trace.observed("worker"));
    assertThat(trace.by("received").of("window")).dataOf("message").containsExactly("next");
  }
}
