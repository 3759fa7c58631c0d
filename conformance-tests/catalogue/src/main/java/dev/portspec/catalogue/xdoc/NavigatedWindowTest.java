package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Messages to a window whose document goes: HTML, "queue a global task" and "task runnable". */
class NavigatedWindowTest {
  /** A frame that is removed in the task of the post is not told, and others are. */
  @Test
  @Verifies("xdoc.navigated-away")
  void aRemovedFrameIsNotTold(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(reaction("in the frame", event -> {}).neverCalled()));
    window.run(() -> {
      window.window().onmessage(Event::record);
      frame.window().postMessage("too late", "*");
      frame.remove();
      window.window().postMessage("to myself", "*");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("to myself");
  }

  /** What a frame posted before it was removed is its parent's. */
  @Test
  @Verifies("xdoc.navigated-away")
  void whatARemovedFrameHadPostedBeforeArrives(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    window.run(() -> window.window().onmessage(Event::record));
    frame.inside().run(() -> {
      frame.inside().parent().postMessage("first", "*");
      frame.inside().parent().postMessage("second", "*");
      frame.remove();
    });

    assertThat(window.settled()).dataOf("message").containsExactly("first", "second");
  }

  /** What was for the old document never reaches the new one, and what is for the window does. */
  @Test
  @Verifies("xdoc.navigated-away")
  void theNextDocumentIsNotToldWhatWasForTheOneBefore(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm before = frame.inside();
    Value proxy = window.value("proxy");

    before.run(() -> before.window().onmessage(reaction("before", Event::record)));
    window.run(() -> {
      frame.window().keepAs(proxy);
      frame.window().postMessage("to the first document", "*");
    });
    world.settle();
    FrameHandle next = frame.navigate(Origin.SAME);
    Realm after = next.inside();
    after.run(() -> after.window().onmessage(reaction("after", Event::record)));
    window.run(() -> proxy.asWindow().postMessage("to the next document", "*"));

    world.settle();
    assertThat(before.settled()).dataOf("message").containsExactly("to the first document");
    assertThat(after.settled()).dataOf("message").containsExactly("to the next document");
  }
}
