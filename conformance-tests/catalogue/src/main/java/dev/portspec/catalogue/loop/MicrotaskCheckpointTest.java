package dev.portspec.catalogue.loop;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When microtasks run around callbacks: HTML, "clean up after running script". */
class MicrotaskCheckpointTest {

  /** Between two listeners of a message there is a checkpoint; while script is on the stack there is none. */
  @Test
  @Verifies({"loop.microtask-after-callback", "loop.microtask-not-in-synthetic"})
  void microtasksRunBetweenListenersOfAMessageOnly(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port port = channel.port2();

    window.run(() -> {
      port.addEventListener(
          "message", reaction("L1", event -> noting("synthetic 1", "m1"), event -> noting("message 1", "n1")));
      port.addEventListener(
          "message", reaction("L2", event -> noting("synthetic 2", "m2"), event -> noting("message 2", "n2")));
      port.dispatchEvent(window.newMessageEvent("message", object()));
      mark("end of script");
      port.start();
      channel.port1().postMessage("from the loop");
    });

    verifying("loop.microtask-not-in-synthetic",
        () -> assertThat(world.settle()).marks("synthetic 1", "synthetic 2", "end of script", "m1", "m2"));
    verifying("loop.microtask-after-callback",
        () -> assertThat(world.settle()).marks("message 1", "n1", "message 2", "n2"));
  }

  private static void noting(String mark, String microtask) {
    mark(mark);
    microtask(microtask);
  }

  /** Each listener is followed by a checkpoint, not the first one only; and so it is for the next message. */
  @Test
  @Verifies("loop.microtask-after-callback")
  void eachOfSeveralListenersIsFollowedByACheckpoint(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port port = channel.port2();

    window.run(() -> {
      for (String label : List.of("1", "2", "3", "4")) {
        port.addEventListener("message", reaction("listener " + label, event -> noting("L" + label, "m" + label)));
      }
      port.start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("L1", "m1", "L2", "m2", "L3", "m3", "L4", "m4");
  }
}
