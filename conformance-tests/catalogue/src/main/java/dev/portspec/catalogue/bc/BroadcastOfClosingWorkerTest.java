package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Channels of a worker that closes: HTML, "eligible for messaging". */
class BroadcastOfClosingWorkerTest {
  /** Posting does nothing, and so it throws nothing, whatever else would be wrong. */
  @Test
  @Verifies("bc.post.not-eligible-silent")
  void aClosingWorkerPostsNothing(World world) {
    Realm window = world.window();
    BroadcastHandle here = window.newBroadcastChannel("b");

    window.run(() -> {
      here.onmessage(reaction("received", Event::record));
      WorkerHandle worker = window.newWorker(self -> {
        BroadcastHandle open = self.realm().newBroadcastChannel("b");
        BroadcastHandle closed = self.realm().newBroadcastChannel("b");
        open.postMessage("before");
        closed.close();
        self.close();
        attempt("post", () -> open.postMessage("after"));
        attempt("uncloneable", () -> open.postMessage(uncloneable()));
        attempt("closed", () -> closed.postMessage("after"));
        self.postMessage("done");
      });
      worker.onmessage(reaction("from the worker", Event::record));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("post")).returned();
    assertThat(trace.outcome("uncloneable")).returned();
    assertThat(trace.outcome("closed")).returned();
    assertThat(window.settled().by("received")).dataOf("message").containsExactly("before");
    assertThat(window.settled().by("from the worker")).dataOf("message").containsExactly("done");
  }

  /** A channel of a worker that has closed gets nothing; the others do. */
  @Test
  @Verifies("bc.post.destination-eligible")
  void aClosedWorkerReceivesNothing(World world) {
    Realm window = world.window();
    BroadcastHandle here = window.newBroadcastChannel("b");
    BroadcastHandle sender = window.newBroadcastChannel("b");

    window.run(() -> {
      here.onmessage(Event::record);
      WorkerHandle worker = window.newWorker(self -> {
        self.realm().newBroadcastChannel("b").onmessage(reaction("in the worker", event -> self.close()).called(1));
        self.postMessage("listening");
      });
      worker.onmessage(event -> {
        sender.postMessage("first");
        sender.postMessage("second");
      });
    });
    world.settle();
    sender.postMessage("third");

    assertThat(window.settled()).dataOf("message").containsExactly("first", "second", "third");
  }
}
