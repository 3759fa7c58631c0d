package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Channels of one name in several documents: HTML, BroadcastChannel's postMessage, steps 6 to 9. */
class BroadcastAcrossDocumentsTest {
  /** A channel of a frame of the same origin hears the window, one of another origin does not. */
  @Test
  @Verifies("bc.post.storage-key")
  void anotherOriginHearsNothing(World world) {
    Realm window = world.window();
    FrameHandle same = window.newFrame(Origin.SAME);
    FrameHandle other = window.newFrame(Origin.OTHER);
    BroadcastHandle sender = window.newBroadcastChannel("n");
    BroadcastHandle ofSame = same.inside().newBroadcastChannel("n");
    BroadcastHandle ofOther = other.inside().newBroadcastChannel("n");
    BroadcastHandle fence = other.inside().newBroadcastChannel("n");

    same.inside().run(() -> ofSame.onmessage(Event::record));
    other.inside().run(() -> ofOther.onmessage(Event::record));
    window.run(() -> sender.postMessage("from the window"));
    world.settle();
    other.inside().run(() -> fence.postMessage("from the other origin"));

    world.settle();
    assertThat(same.inside().settled()).dataOf("message").containsExactly("from the window");
    assertThat(other.inside().settled()).dataOf("message").containsExactly("from the other origin");
  }

  /** A frame that is removed in the task of the post hears nothing of it. */
  @Test
  @Verifies("bc.task.inactive-destination")
  void aRemovedFrameHearsNothing(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    BroadcastHandle sender = window.newBroadcastChannel("n");
    BroadcastHandle ofFrame = frame.inside().newBroadcastChannel("n");
    BroadcastHandle ofWindow = window.newBroadcastChannel("n");

    window.run(() -> {
      ofFrame.onmessage(reaction("of the frame", event -> {}).neverCalled());
      ofWindow.onmessage(Event::record);
      sender.postMessage("message");
      frame.remove();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("message");
  }

  /** Nor does it later; and the removal takes no channel of another document away. */
  @Test
  @Verifies("bc.task.inactive-destination")
  void theRemovalOfAFrameTakesItsOwnChannelsOnly(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    BroadcastHandle sender = window.newBroadcastChannel("n");
    BroadcastHandle ofFrame = frame.inside().newBroadcastChannel("n");
    BroadcastHandle ofWindow = window.newBroadcastChannel("n");

    window.run(() -> {
      ofFrame.onmessage(reaction("of the frame", event -> {}).neverCalled());
      ofWindow.onmessage(Event::record);
      frame.remove();
      sender.postMessage("message");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("message");
  }
}
