package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Microtasks of listeners: HTML, "clean up after running script", and "perform a microtask checkpoint". */
class MicrotasksAroundListenersTest {

  /** They run between two listeners of a message, and not between those of an event that a script dispatches. */
  @Test
  @Verifies({"loop.microtask-after-callback", "loop.microtask-not-in-synthetic"})
  void microtasksRunBetweenTheListenersOfAMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener(
          "message", reaction("L1", event -> microtask("m1"), event -> microtask("m3")));
      channel.port2().addEventListener(
          "message", reaction("L2", event -> microtask("m2"), event -> microtask("m4")));
      channel.port2().dispatchEvent(window.newMessageEvent("message", object()));
      mark("end of script");
    });
    world.settle();
    window.run(() -> {
      channel.port2().start();
      channel.port1().postMessage("from the loop");
    });

    Trace trace = world.settle();
    verifying(
        "loop.microtask-not-in-synthetic",
        () -> assertThat(trace).marks("end of script", "m1", "m2"));
    verifying(
        "loop.microtask-after-callback",
        () ->
            assertThat(trace)
                .marks("L1", "L2", "end of script", "m1", "m2", "L1", "m3", "L2", "m4"));
  }
}
