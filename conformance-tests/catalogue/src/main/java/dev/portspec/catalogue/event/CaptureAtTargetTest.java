package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Capture listeners at their target: DOM, "dispatch", steps 5.13 and 5.14, and "invoke". */
class CaptureAtTargetTest {

  /** Capture listeners run first, whatever the order in which they were added. */
  @Test
  @Verifies("event.dispatch.capture-first")
  void captureListenersRunFirst(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("plain", event -> {}));
      channel.port2().addEventListener("message", reaction("capture", event -> {}), capture());
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("capture", "plain");
  }

  /** stopPropagation in a capture listener spares the capture listeners, and leaves out all others. */
  @Test
  @Verifies("event.dispatch.stop-propagation-target")
  void stopPropagationLeavesOutTheSecondPass(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("stops", Event::stopPropagation), capture());
      channel.port2().addEventListener("message", reaction("same pass", event -> {}), capture());
      channel.port2().addEventListener("message", reaction("second pass", event -> {}).neverCalled());
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("stops", "same pass");
    assertThat(world.settle()).neverCalled("second pass");
  }

  /** stopPropagation in the second pass leaves out nobody. */
  @Test
  @Verifies("event.dispatch.stop-propagation-target")
  void stopPropagationInTheSecondPassLeavesOutNobody(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("stops", Event::stopPropagation));
      channel.port2().addEventListener("message", reaction("same pass", event -> {}));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("stops", "same pass");
  }

  /** What a capture listener adds for the second pass runs for the same message by the letter; engines differ. */
  @Test
  @Verifies("event.dispatch.added-in-capture-pass")
  void aListenerAddedInTheCapturePass(World world) {
    Channel channel = world.window().newChannel();
    Reaction added = reaction("added", Event::record);

    world.window().run(() -> {
      channel.port2().addEventListener("message",
          reaction("adds", event -> channel.port2().addEventListener("message", added), event -> {}), capture());
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("called", trace -> assertThat(trace).dataOf("message").containsExactly("a", "b")),
        outcome("not-called", trace -> assertThat(trace).dataOf("message").containsExactly("b")));
  }

  /** The phase is AT_TARGET in both passes. */
  @Test
  @Verifies("event.dispatch.phase")
  void thePhaseIsAtTargetInBothPasses(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("capture", Event::record), capture());
      channel.port2().addEventListener("message", reaction("plain", Event::record));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("capture")).has(attribute("eventPhase", 2));
    assertThat(world.settle().event("plain")).has(attribute("eventPhase", 2));
  }
}
