package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** What happens in the call, and when the event comes: HTML, "window post message steps". */
class WindowPostTest {
  /** Even a message to the window itself is an event of a later task. */
  @Test
  @Verifies("xdoc.async")
  void theCallReturnsBeforeTheEvent(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(reaction("received", event -> {}));
      window.window().postMessage("to myself", "*");
      mark("after the call");
    });

    assertThat(window.settled()).marks("after the call", "received");
  }

  /** A microtask of the task that posted comes first. */
  @Test
  @Verifies("xdoc.task-source")
  void aFrameIsToldAfterTheTaskThatPosted(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    frame.inside().run(() -> frame.inside().window().onmessage(reaction("received", event -> {})));
    window.run(() -> {
      frame.window().postMessage("to the frame", "*");
      microtask("a microtask");
    });

    assertThat(world.settle()).marks("a microtask", "received");
  }

  /** Messages from one task to one window come in the order of the calls. */
  @Test
  @Verifies("xdoc.task-source")
  void messagesToOneWindowKeepTheirOrder(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    frame.inside().run(() -> frame.inside().window().onmessage(Event::record));
    window.run(() -> {
      frame.window().postMessage("first", "*");
      frame.window().postMessage("second", "*");
      frame.window().postMessage("third", "*");
    });

    assertThat(frame.inside().settled()).dataOf("message").containsExactly("first", "second", "third");
  }

  /** The windows of one event loop have one source of these tasks, so that the order holds between them as well. */
  @Test
  @Verifies("xdoc.task-source")
  void messagesToTwoWindowsOfOneLoopKeepTheirOrder(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(reaction("frame", event -> {}, event -> {}, event -> {})));
    window.run(() -> {
      window.window().onmessage(reaction("window", event -> {}, event -> {}));
      frame.window().postMessage("first", "*");
      window.window().postMessage("second", "*");
      window.window().postMessage("third", "*");
      frame.window().postMessage("fourth", "*");
      frame.window().postMessage("fifth", "*");
    });

    assertThat(world.settle()).marks("frame", "window", "window", "frame", "frame");
  }

  /** Two frames are told by their parent in the order of its calls. */
  @Test
  @Verifies("xdoc.task-source")
  void messagesToSiblingsKeepTheirOrder(World world) {
    Realm window = world.window();
    FrameHandle left = window.newFrame(Origin.SAME);
    FrameHandle right = window.newFrame(Origin.SAME);

    left.inside().run(() -> left.inside().window().onmessage(reaction("left", event -> {}, event -> {})));
    right.inside().run(() -> right.inside().window().onmessage(reaction("right", event -> {}, event -> {})));
    window.run(() -> {
      right.window().postMessage("first", "*");
      left.window().postMessage("second", "*");
      right.window().postMessage("third", "*");
      left.window().postMessage("fourth", "*");
    });

    assertThat(world.settle()).marks("right", "left", "right", "left");
  }

  /** What cannot be cloned throws in the call, and nothing is sent. */
  @Test
  @Verifies("xdoc.serialize-sync")
  void whatCannotBeClonedThrowsInTheCall(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(Event::record);
      attempt("uncloneable", () -> window.window().postMessage(uncloneable(), "*"));
      window.window().postMessage("after it", "*");
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("uncloneable")).threw(DATA_CLONE_ERROR);
    assertThat(trace).dataOf("message").containsExactly("after it");
  }

  /** An accessor runs in the call, and what it throws is what the call throws. */
  @Test
  @Verifies("xdoc.serialize-sync")
  void whatAnAccessorThrowsLeavesTheCall(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value thrown = window.keep(error("RangeError", "of the accessor"));
      observe("thrown", thrown);
      attempt("post", () -> window.window().postMessage(object().accessor("a", "read", () -> {
        raise(thrown);
        return null;
      }), "*"));
      mark("after the call");
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("post")).threwSame(trace.observed("thrown"));
    assertThat(trace).marks("read", "post", "after the call");
  }

  /** A buffer is gone when the call returns. */
  @Test
  @Verifies("xdoc.serialize-sync")
  void aTransferredBufferIsDetachedInTheCall(World world) {
    Realm window = world.window();

    window.run(() -> {
      Buffer buffer = window.newArrayBuffer(8);
      window.window().onmessage(event -> observe("received", event.data()));
      window.window().postMessage(buffer, "*", transferring(buffer));
      observe("left", buffer);
    });

    Trace trace = window.settled();
    assertThat(trace.observed("left")).hasByteLength(0);
    assertThat(trace.observed("received")).hasByteLength(8);
  }

  /** The message is what its object was in the call. */
  @Test
  @Verifies("xdoc.serialize-sync")
  void laterChangesOfTheMessageAreNotSeen(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value message = window.keep(object().with("when", "in the call"));
      window.window().onmessage(Event::record);
      window.window().postMessage(message, "*");
      message.set("when", "after it");
    });

    assertThat(window.settled()).dataOf("message").containsExactly(object().with("when", "in the call"));
  }
}
