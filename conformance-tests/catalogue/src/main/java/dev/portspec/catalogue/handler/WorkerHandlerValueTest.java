package dev.portspec.catalogue.handler;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.SharedWorkerHandle;
import dev.portspec.harness.Target;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The values of the event handler attributes of workers: HTML, "event handler IDL attributes". */
class WorkerHandlerValueTest {
  /** onerror of a Worker, and that of its global. */
  @Test
  @Verifies("handler.get-returns-set")
  void onerrorOfAWorkerReturnsWhatItWasSetTo(World world) {
    Realm window = world.window();

    WorkerHandle[] worker = new WorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newWorker(self -> setAndRead("error", self));
      setAndRead("error", worker[0]);
    });

    returnedWhatWasSet("error", window.settled());
    returnedWhatWasSet("error", worker[0].inside().settled());
  }

  /** onerror of a SharedWorker, and that of its global, which has onconnect as well. */
  @Test
  @Verifies("handler.get-returns-set")
  void theHandlersOfASharedWorkerReturnWhatTheyWereSetTo(World world) {
    Realm window = world.window();
    SharedWorkerHandle[] worker = new SharedWorkerHandle[1];

    window.run(() -> {
      worker[0] = window.newSharedWorker(window.sharedScript(self -> {
        setAndRead("connect", self);
        setAndRead("error", self);
      }));
      setAndRead("error", worker[0]);
    });

    returnedWhatWasSet("error", window.settled());
    returnedWhatWasSet("connect", worker[0].inside().settled());
    returnedWhatWasSet("error", worker[0].inside().settled());
  }

  private static void setAndRead(String type, Target target) {
    Reaction handler = reaction("on" + type, event -> {}).neverCalled();
    target.on(type, handler);
    observe(type + ": set", handler);
    observe(type + ": got", target.on(type));
    target.on(type, null);
    observe(type + ": after null", target.on(type));
  }

  private static void returnedWhatWasSet(String type, Trace trace) {
    assertThat(trace.observed(type + ": got")).isSameAs(trace.observed(type + ": set"));
    assertThat(trace.observed(type + ": after null")).isEqualTo(null);
  }
}
