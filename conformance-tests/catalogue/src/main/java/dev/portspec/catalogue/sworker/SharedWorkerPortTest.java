package dev.portspec.catalogue.sworker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.SharedScript;
import dev.portspec.harness.SharedWorkerHandle;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The port of a SharedWorker: HTML, "new SharedWorker". */
class SharedWorkerPortTest {
  /** It is a MessagePort, and the same at each read. */
  @Test
  @Verifies("sworker.port.exposed")
  void itIsOnePort(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(event -> {}));
      SharedWorkerHandle worker = window.newSharedWorker(script);
      observe("once", worker.port());
      observe("again", worker.port());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("once")).isPlatform("MessagePort");
    assertThat(trace.observed("again")).isSameAs(trace.observed("once"));
  }

  /** Messages are fired at the port. */
  @Test
  @Verifies("sworker.port.target-self")
  void messagesAreFiredAtThePort(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(event -> event.port(0).postMessage("hello")));
      SharedWorkerHandle worker = window.newSharedWorker(script);
      worker.addEventListener("message", reaction("at the worker", event -> {}).neverCalled());
      worker.port().onmessage(event -> {
        observe("target", event.target());
        observe("port", worker.port());
      });
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target")).isSameAs(trace.observed("port"));
    assertThat(trace).neverCalled("at the worker");
  }

  /** What is posted right after the construction waits for the worker. */
  @Test
  @Verifies("sworker.early-post-kept")
  void earlyMessagesAreKept(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(connected -> {
        Port port = connected.port(0);
        port.onmessage(reaction("echo", event -> port.postMessage(event.data())).called(2));
      }));
      SharedWorkerHandle worker = window.newSharedWorker(script);
      worker.port().postMessage("at once");
      worker.port().postMessage("and again");
      worker.port().onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("at once", "and again");
  }

  /** Whether the port of the first connection needs start() is open; with it the message is there, once. */
  @Test
  @Verifies("sworker.outside-port.enabled-first")
  void thePortOfTheFirstConnection(World world) {
    Realm window = world.window();
    SharedScript script = window.sharedScript(self -> self.onconnect(event -> event.port(0).postMessage("hello")));
    Port port = window.port("port");

    window.run(() -> {
      SharedWorkerHandle worker = window.newSharedWorker(script);
      worker.port().keepAs(port);
      port.addEventListener("message", reaction("event", Event::record));
    });
    world.settle();
    window.run(() -> {
      mark("start");
      port.start();
    });

    unaidedOrNot(window.settled());
  }

  /** And so it is with later connections. */
  @Test
  @Verifies("sworker.outside-port.not-enabled-later")
  void thePortOfALaterConnection(World world) {
    Realm window = world.window();
    SharedScript script = window.sharedScript(self ->
        self.onconnect(reaction("connect", event -> {}, event -> event.port(0).postMessage("hello"))));
    window.newSharedWorker(script);
    world.settle();
    Port port = window.port("port");

    window.run(() -> {
      SharedWorkerHandle later = window.newSharedWorker(script);
      later.port().keepAs(port);
      port.addEventListener("message", reaction("event", Event::record));
    });
    world.settle();
    window.run(() -> {
      mark("start");
      port.start();
    });

    unaidedOrNot(window.settled());
  }

  private static void unaidedOrNot(Trace seen) {
    assertThat(seen).dataOf("message").containsExactly("hello");
    assertThat(seen).showsOneOf(
        outcome("unaided", trace -> assertThat(trace).marks("event", "start")),
        outcome("start-needed", trace -> assertThat(trace).marks("start", "event")));
  }
}
