package dev.portspec.catalogue.worker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Workers of workers: HTML, "run a worker", the owner set. */
class NestedWorkerTest {
  /** A worker and its own worker post to each other. */
  @Test
  @Verifies("worker.nested")
  void aWorkerTalksToItsOwnWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        WorkerHandle inner = self.realm().newWorker(innermost ->
            innermost.onmessage(event -> innermost.postMessage(list("inner", event.data()))));
        inner.onmessage(event -> self.postMessage(list("outer", event.data())));
        self.onmessage(event -> inner.postMessage(event.data()));
      });
      worker.onmessage(Event::record);
      worker.postMessage("go");
    });

    assertThat(window.settled()).dataOf("message").containsExactly(list("outer", list("inner", "go")));
  }

  /** A port goes through a worker to its own worker, and back. */
  @Test
  @Verifies("worker.nested")
  void aPortPassesThroughAWorker(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      WorkerHandle worker = window.newWorker(self -> {
        WorkerHandle inner = self.realm().newWorker(innermost ->
            innermost.onmessage(event -> event.port(0).postMessage("from the innermost")));
        self.onmessage(event -> inner.postMessage("port", transferring(event.port(0))));
      });
      worker.postMessage("port", transferring(channel.port2()));
    });

    assertThat(window.settled()).dataOf("message").containsExactly("from the innermost");
  }

  /** An exception that nobody handles on its way reaches the outermost owner. */
  @Test
  @Verifies("worker.nested")
  void theErrorsOfAnInnerWorkerGoUpTheChain(World world) {
    Realm window = world.window();

    window.run(() -> {
      WorkerHandle worker = window.newWorker(self -> {
        WorkerHandle inner = self.realm().newWorker(innermost ->
            innermost.onmessage(event -> raise(error("RangeError", "boom"))));
        self.onmessage(event -> inner.postMessage(event.data()));
      });
      worker.onerror(reaction("at the outer worker", event -> {
        event.record();
        event.preventDefault();
      }));
      worker.postMessage("go");
    });

    Trace trace = world.settle();
    assertThat(trace.event("at the outer worker")).has(attribute("type", "error"), attribute("error", null));
    assertThat(trace).mayReport();
  }
}
