package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The two ports that a worker is made with, which nobody sees: HTML, "new Worker" and "run a worker". */
class ImplicitPortsTest {
  /** What the script posts arrives at the Worker object. */
  @Test
  @Verifies("worker.outside-port.target")
  void messagesOfTheWorkerAreFiredAtItsObject(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("from inside"));
      worker.onmessage(event -> {
        observe("target", event.target());
        observe("worker", worker);
      });
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target")).isSameAs(trace.observed("worker"));
  }

  /** What the owner posts arrives at the global object of the worker. */
  @Test
  @Verifies("worker.inside-port.target")
  void messagesOfTheOwnerAreFiredAtTheGlobal(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.onmessage(event -> {
        observe("target", event.target());
        observe("self", self);
      }));
      worker.postMessage("from outside");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target")).isSameAs(trace.observed("self"));
  }

  /** The two are linked from the beginning, in both directions. */
  @Test
  @Verifies("worker.ports-entangled")
  void messagesGoBothWays(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        self.onmessage(event -> self.postMessage(event.data()));
        self.postMessage("from inside");
      });
      worker.onmessage(Event::record);
      worker.postMessage("from outside");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("from inside", "from outside");
  }

  /** Every worker has a pair of its own. */
  @Test
  @Verifies("worker.ports-entangled")
  void workersDoNotHearEachOther(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle first = window.newWorker(self -> self.onmessage(event -> self.postMessage("first answers")));
      WorkerHandle second = window.newWorker(self -> self.onmessage(event -> self.postMessage("second answers")));
      first.onmessage(reaction("at first", Event::record));
      second.onmessage(reaction("at second", Event::record));
      first.postMessage("to first");
      second.postMessage("to second");
    });

    Trace trace = window.settled();
    assertThat(trace.by("at first")).dataOf("message").containsExactly("first answers");
    assertThat(trace.by("at second")).dataOf("message").containsExactly("second answers");
  }

  /** The outside port is no property of the Worker, and no event carries it. */
  @Test
  @Verifies("worker.outside-port.hidden")
  void theOutsidePortIsNowhereToBeSeen(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> self.postMessage("from inside"));
      observe("port", worker.get("port"));
      worker.onmessage(reaction("received", event -> {
        observe("source", event.source());
        observe("ports", event.ports());
      }));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("port")).isEqualTo(undefined());
    assertThat(trace.observed("source")).isEqualTo(null);
    assertThat(trace.observed("ports")).hasSize(0);
  }
}
