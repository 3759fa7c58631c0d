package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** When the close event fires: HTML, disentangle steps, and gap 4 of the issues. */
class CloseEventTimeTest {

  /** A port that was never started gets its close event all the same. */
  @Test
  @Verifies("port.close-event.no-start-needed")
  void theCloseEventDoesNotWaitForStart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("close", reaction("partner", event -> {}));
      channel.port1().close();
    });
    world.settle();
    window.run(() -> {
      mark("started");
      channel.port2().start();
    });

    assertThat(world.settle()).marks("partner", "started");
  }

  /** Whether the close event comes before close() has returned is recorded; it comes once. */
  @Test
  @Verifies("port.close-event.timing")
  void theTimeOfTheCloseEventIsRecorded(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().start();
      channel.port2().addEventListener("close", reaction("partner", event -> {}));
      channel.port1().close();
      mark("returned");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("inside-close", t -> assertThat(t).marks("partner", "returned")),
        outcome("later", t -> assertThat(t).marks("returned", "partner")));
  }
}
