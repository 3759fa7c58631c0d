package dev.portspec.catalogue.sworker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.SharedScript;
import dev.portspec.harness.SharedWorkerHandle;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Who shares a worker, and how it ends: HTML, "new SharedWorker", "close a worker". */
class SharedWorkerLifeTest {
  /** Objects of one script and name share the worker; another name is another worker. */
  @Test
  @Verifies("sworker.same-key")
  void oneScriptAndNameAreOneWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(reaction(
          "connect",
          event -> event.port(0).postMessage("connection 1"),
          event -> event.port(0).postMessage("connection 2"))
              .mayBeCalled()));
      SharedWorkerHandle first = window.newSharedWorker(script);
      SharedWorkerHandle second = window.newSharedWorker(script);
      SharedWorkerHandle other = window.newSharedWorker(script, "another");
      first.port().onmessage(reaction("shared", Event::record));
      second.port().onmessage(reaction("shared", Event::record));
      other.port().onmessage(reaction("other", Event::record));
    });

    Trace trace = window.settled();
    assertThat(trace.by("shared")).dataOf("message").containsExactlyInAnyOrder("connection 1", "connection 2");
    assertThat(trace.by("other")).dataOf("message").containsExactly("connection 1");
  }

  /** Another script is another worker, whatever their names. */
  @Test
  @Verifies("sworker.same-key")
  void anotherScriptIsAnotherWorker(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript one = window.sharedScript(self -> self.onconnect(event -> event.port(0).postMessage("one")));
      SharedScript two = window.sharedScript(self -> self.onconnect(event -> event.port(0).postMessage("two")));
      window.newSharedWorker(one, "name").port().onmessage(reaction("of one", Event::record));
      window.newSharedWorker(two, "name").port().onmessage(reaction("of two", Event::record));
    });

    Trace trace = window.settled();
    assertThat(trace.by("of one")).dataOf("message").containsExactly("one");
    assertThat(trace.by("of two")).dataOf("message").containsExactly("two");
  }

  /** They share it after the end of another worker, too. */
  @Test
  @Verifies("sworker.same-key")
  void theEndOfAnotherWorkerDoesNotPartThem(World world) {
    Realm window = world.window();
    SharedScript script = window.sharedScript(self -> self.onconnect(reaction(
        "connect",
        event -> event.port(0).postMessage("connection 1"),
        event -> event.port(0).postMessage("connection 2"))));
    window.newSharedWorker(script);
    window.newSharedWorker(window.sharedScript(self -> self.onconnect(event -> self.close())));
    world.settle();

    window.run(() -> window.newSharedWorker(script).port().onmessage(Event::record));

    assertThat(window.settled()).dataOf("message").containsExactly("connection 2");
  }

  /** A closing worker takes no more messages; what it has posted arrives. */
  @Test
  @Verifies("sworker.close")
  void aClosingWorkerTakesNoMoreMessages(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(connected -> {
        Port port = connected.port(0);
        port.onmessage(reaction("in the worker", event -> {
          self.close();
          port.postMessage(event.data());
        }).called(1));
      }));
      SharedWorkerHandle worker = window.newSharedWorker(script);
      worker.port().onmessage(Event::record);
      worker.port().postMessage("first");
      worker.port().postMessage("second");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("first");
  }

  /** A script that is not there is an error at the SharedWorker; to post to it is no error, and reaches nobody. */
  @Test
  @Verifies("sworker.construction-failure")
  void aScriptThatCannotBeLoadedIsAnErrorEvent(World world) {
    Realm window = world.window();

    Port port = window.port("port");

    window.run(() -> {
      SharedWorkerHandle worker = window.newSharedWorker(window.sharedScriptOfNothing());
      worker.port().keepAs(port);
      port.onmessage(reaction("received", event -> {}).neverCalled());
      worker.onerror(reaction("failed", event -> {
        event.record();
        event.preventDefault();
      }));
    });
    world.settle();
    window.attempt("post", () -> port.postMessage("nobody hears this"));

    Trace trace = world.settle();
    assertThat(trace.event("failed")).has(attribute("type", "error"));
    assertThat(trace.outcome("post")).returned();
    assertThat(trace).mayReport();
  }

  /** That event is fired as any other of which nothing is said, so it cannot be cancelled. */
  @Test
  @Verifies("sworker.construction-failure")
  void theEventOfAScriptThatCannotBeLoadedIsNotCancelable(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedWorkerHandle worker = window.newSharedWorker(window.sharedScriptOfNothing());
      worker.onerror(reaction("failed", Event::record));
    });

    assertThat(world.settle().event("failed")).has(attribute("bubbles", false), attribute("cancelable", false));
    assertThat(world.settle()).mayReport();
  }

  /** An exception in it is no event at a SharedWorker, and the next message is handled. */
  @Test
  @Verifies("sworker.error.not-forwarded")
  void itsExceptionsStayInside(World world) {
    Realm window = world.window();
    Port port = window.port("port");

    window.run(() -> {
      window.global().addEventListener("error", reaction("at the global", event -> {}).neverCalled());
      SharedScript script = window.sharedScript(self -> self.onconnect(connected -> {
        Port inner = connected.port(0);
        inner.onmessage(reaction(
            "in the worker", event -> raise(error("RangeError", "boom")), event -> inner.postMessage(event.data())));
      }));
      SharedWorkerHandle worker = window.newSharedWorker(script);
      worker.onerror(reaction("at the worker", event -> {}).neverCalled());
      worker.port().keepAs(port);
      port.onmessage(Event::record);
      port.postMessage("throws");
    });
    world.settle();
    port.postMessage("next");

    assertThat(window.settled()).dataOf("message").containsExactly("next");
    assertThat(world.settle()).mayReport().neverCalled("at the worker");
  }

  /** A worker has no SharedWorker. */
  @Test
  @Verifies("sworker.not-in-worker")
  void itIsNotExposedInWorkers(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("in the window", window.global().get("SharedWorker").get("name"));
      window.newWorker(self -> observe("in the worker", self.get("SharedWorker")));
    });

    assertThat(world.settle().observed("in the window")).isEqualTo("SharedWorker");
    assertThat(world.settle().observed("in the worker")).isEqualTo(undefined());
  }
}
