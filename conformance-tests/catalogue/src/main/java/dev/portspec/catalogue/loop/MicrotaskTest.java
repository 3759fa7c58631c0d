package dev.portspec.catalogue.loop;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Microtasks around tasks: HTML, the event loop's processing model, and "perform a microtask checkpoint". */
class MicrotaskTest {

  /** What a handler queues has run before the next message is handled. */
  @Test
  @Verifies("loop.microtask-after-task")
  void aMicrotaskRunsBeforeTheNextMessage(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> microtask("m1"), event -> microtask("m2")));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "m1", "handler", "m2");
  }

  /** What a script queues runs when it has ended, before the message that it posted is handled. */
  @Test
  @Verifies("loop.microtask-after-task")
  void aMicrotaskOfAScriptRunsBeforeItsMessage(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {}));
      channel.port1().postMessage("m");
      microtask("microtask");
      mark("end of script");
    });

    assertThat(world.settle()).marks("end of script", "microtask", "handler");
  }

  /** A checkpoint follows a task that throws, too. */
  @Test
  @Verifies("loop.microtask-after-task")
  void aMicrotaskRunsAfterATaskThatThrows(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        microtask("microtask");
        raise("boom");
      }, event -> {}));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "microtask", "handler");
    assertThat(world.settle()).mayReport();
  }

  /** Microtasks that microtasks queue run in the same checkpoint. */
  @Test
  @Verifies("loop.microtask-drain")
  void aChainOfMicrotasksRunsToItsEnd(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler",
          event -> microtask("m1", () -> microtask("m2", () -> microtask("m3", () -> microtask("m4")))),
          event -> {}));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "m1", "m2", "m3", "m4", "handler");
  }

  /** They run in the order of queueing: those that were there before come first. */
  @Test
  @Verifies("loop.microtask-drain")
  void microtasksRunInTheOrderOfQueueing(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        microtask("m1", () -> microtask("m3"));
        microtask("m2", () -> microtask("m4"));
      }, event -> {}));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).marks("handler", "m1", "m2", "m3", "m4", "handler");
  }

  /** Listeners that a microtask calls queue more of them, which wait until it has ended. */
  @Test
  @Verifies("loop.microtask-no-reentry")
  void noCheckpointTakesPlaceInsideAnother(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.addEventListener("message", reaction("L1", event -> microtask("m1")));
      port.addEventListener("message", reaction("L2", event -> microtask("m2")));
      microtask("outer", () -> {
        port.dispatchEvent(window.newMessageEvent("message", object()));
        mark("end of outer");
      });
      microtask("queued before", () -> {});
    });

    assertThat(world.settle()).marks("outer", "L1", "L2", "end of outer", "queued before", "m1", "m2");
  }
}
