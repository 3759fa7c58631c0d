package dev.portspec.catalogue.sworker;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
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

/** The connect event: HTML, "run a worker", and "new SharedWorker", for a worker that runs. */
class ConnectEventTest {
  /** It comes after the script, in a task. */
  @Test
  @Verifies({"sworker.connect.fires", "sworker.connect.onconnect"})
  void itComesAfterTheScript(World world) {
    Realm window = world.window();
    SharedWorkerHandle[] worker = new SharedWorkerHandle[1];

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> {
        self.onconnect(reaction("onconnect", event -> {}));
        self.addEventListener("connect", reaction("listener", event -> {}));
        mark("end of the script");
      });
      worker[0] = window.newSharedWorker(script);
    });

    Trace inside = worker[0].inside().settled();
    verifying("sworker.connect.fires", () -> assertThat(inside).marks("end of the script", "listener"));
    verifying("sworker.connect.onconnect", () -> assertThat(inside).called("onconnect", 1));
  }

  /** Its attributes. */
  @Test
  @Verifies({
    "sworker.connect.type", "sworker.connect.data-empty-string", "sworker.connect.origin-empty",
    "sworker.connect.ports", "sworker.connect.source"
  })
  void itCarriesTheInsidePort(World world) {
    Realm window = world.window();

    window.run(() -> {
      SharedScript script = window.sharedScript(self -> self.onconnect(reaction("connect", event -> {
        event.record();
        observe("port", event.port(0));
        observe("source", event.source());
        observe("ports", event.ports());
        observe("ports again", event.ports());
      })));
      window.newSharedWorker(script);
    });

    Trace trace = world.settle();
    verifying("sworker.connect.type", () -> assertThat(trace.event("connect"))
        .has(attribute("interface", "MessageEvent"), attribute("type", "connect"), attribute("isTrusted", true)));
    verifying("sworker.connect.data-empty-string", () ->
        assertThat(trace.event("connect")).has(attribute("data", "")));
    verifying("sworker.connect.origin-empty", () ->
        assertThat(trace.event("connect")).has(attribute("origin", "")));
    verifying("sworker.connect.ports", () -> {
      assertThat(trace.observed("ports")).hasSize(1).isFrozen();
      assertThat(trace.observed("ports again")).isSameAs(trace.observed("ports"));
      assertThat(trace.observed("port")).isPlatform("MessagePort");
    });
    verifying("sworker.connect.source", () ->
        assertThat(trace.observed("source")).isSameAs(trace.observed("port")));
  }

  /** Each connection has its own event and its own pair of ports. */
  @Test
  @Verifies({"sworker.connect.each-connection", "sworker.connect.onconnect"})
  void eachConnectionHasItsOwn(World world) {
    Realm window = world.window();
    SharedScript script = window.sharedScript(self -> self.onconnect(reaction("connect", connected -> {
      Port port = connected.port(0);
      port.onmessage(reaction("echo", event -> port.postMessage(event.data())).called(2));
    }).called(2)));

    window.run(() -> {
      SharedWorkerHandle first = window.newSharedWorker(script);
      SharedWorkerHandle second = window.newSharedWorker(script);
      first.port().onmessage(reaction("at the first", Event::record));
      second.port().onmessage(reaction("at the second", Event::record));
      first.port().postMessage("of the first");
      second.port().postMessage("of the second");
    });

    Trace trace = window.settled();
    verifying("sworker.connect.each-connection", () -> {
      assertThat(trace.by("at the first")).dataOf("message").containsExactly("of the first");
      assertThat(trace.by("at the second")).dataOf("message").containsExactly("of the second");
    });
    verifying("sworker.connect.onconnect", () -> assertThat(world.settle()).called("connect", 2));
  }

  /** The port that it carries is disabled until the script starts it. */
  @Test
  @Verifies("sworker.inside-port.disabled")
  void theInsidePortHasToBeStarted(World world) {
    Realm window = world.window();
    SharedScript script = window.sharedScript(self -> self.onconnect(reaction(
        "connect",
        connected -> {
          Port port = connected.port(0);
          port.keepAs(self.realm().port("waiting"));
          port.addEventListener("message", reaction("at the inside port", Event::record));
        },
        connected -> {
          Port port = connected.port(0);
          port.onmessage(event -> port.postMessage("the fence"));
        })));
    SharedWorkerHandle first = window.newSharedWorker(script);
    first.port().postMessage("waits");
    world.settle();
    SharedWorkerHandle second = window.newSharedWorker(script);

    window.run(() -> {
      second.port().onmessage(Event::record);
      second.port().postMessage("fence");
    });
    assertThat(window.settled()).dataOf("message").containsExactly("the fence");
    first.inside().run(() -> {
      mark("start");
      first.inside().port("waiting").start();
    });

    Trace inside = first.inside().settled();
    assertThat(inside).marks("start", "at the inside port");
    assertThat(inside).dataOf("message").containsExactly("waits");
  }
}
