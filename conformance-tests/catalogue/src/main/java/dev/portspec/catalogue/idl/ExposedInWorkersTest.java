package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WorkerHandle;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Where the interfaces exist: HTML, their Exposed extended attributes. */
class ExposedInWorkersTest {
  /** MessageChannel is there in windows and in workers. */
  @Test
  @Verifies("idl.channel.exposed")
  void messageChannelIsInWindowsAndWorkers(World world) {
    isInBoth(world, "MessageChannel");
  }

  /** MessagePort is there in windows and in workers. */
  @Test
  @Verifies("idl.port.exposed")
  void messagePortIsInWindowsAndWorkers(World world) {
    isInBoth(world, "MessagePort");
  }

  /** MessageEvent is there in windows and in workers. */
  @Test
  @Verifies("mevent.exposed")
  void messageEventIsInWindowsAndWorkers(World world) {
    isInBoth(world, "MessageEvent");
  }

  private static void isInBoth(World world, String name) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("in the window", js("return typeof args[0]", window.global().get(name)));
      window.newWorker(self -> observe("in the worker", js("return typeof args[0]", self.get(name))));
    });

    assertThat(world.settle().observed("in the window")).isEqualTo("function");
    assertThat(world.settle().observed("in the worker")).isEqualTo("function");
  }

  /** In a worker postMessage needs no receiver. */
  @Test
  @Verifies("idl.worker-global.bare-call")
  void postMessageOfAWorkerNeedsNoReceiver(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WorkerHandle worker = window.newWorker(self -> {
        Value bare = self.realm().keep(self.get("postMessage"));
        Reflection.apply(self.realm(), bare, undefined(), "undefined");
        Reflection.apply(self.realm(), bare, null, "null");
        Reflection.apply(self.realm(), bare, self, "the global");
      });
      worker.onmessage(Event::record);
    });

    assertThat(window.settled()).dataOf("message").containsExactly("undefined", "null", "the global");
  }
}
