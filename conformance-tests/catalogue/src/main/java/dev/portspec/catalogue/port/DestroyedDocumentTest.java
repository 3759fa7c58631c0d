package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/**
 * What is left of the ports of a document that was destroyed: HTML, "destroy a document" and "task runnable". That
 * nothing arrives shows beside what does.
 */
class DestroyedDocumentTest {
  /** A channel of a frame, whose first port was moved to the frame's parent. */
  private record Pair(Port outside, Port inside) {
    static Pair of(Realm window, FrameHandle frame) {
      Port outside = window.port("outside");
      Channel channel = frame.inside().newChannel();
      window.run(() -> window.window().onmessage(event -> event.port(0).keepAs(outside)));
      frame.inside().run(() ->
          frame.inside().parent().postMessage("a port", "*", transferring(channel.port1())));
      window.settled();
      return new Pair(outside, channel.port2());
    }
  }

  /** What was posted to a port of a frame does not arrive when the frame is removed in the same task. */
  @Test
  @Verifies("port.doc.destroy-removes-tasks")
  void whatWaitsForADestroyedDocumentNeverArrives(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);
    Channel fence = window.newChannel();

    window.run(() -> {
      pair.inside().onmessage(reaction("of the window", event -> {}).neverCalled());
      fence.port2().onmessage(Event::record);
      pair.outside().postMessage("too late");
      frame.remove();
      fence.port1().postMessage("of the window");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("of the window");
  }

  /** The queue of a port belongs to the document of its window, and that of the window's own port does not. */
  @Test
  @Verifies("port.queue.window-document")
  void onlyThePortsOfTheFrameGoSilent(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel ofFrame = frame.inside().newChannel();
    Channel ofWindow = window.newChannel();

    window.run(() -> {
      ofFrame.port2().onmessage(reaction("of the frame", event -> {}).neverCalled());
      ofWindow.port2().onmessage(reaction("of the window", Event::record));
      ofFrame.port1().postMessage("too late");
      ofWindow.port1().postMessage("in time");
      frame.remove();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("in time");
  }

  /** What is posted to a port of a destroyed document afterwards is no error, and reaches nobody. */
  @Test
  @Verifies("port.doc.destroy-disentangles")
  void postingToADestroyedDocumentIsNoError(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    frame.inside().run(() -> pair.inside().onmessage(reaction("in the frame", event -> {}).neverCalled()));
    window.run(frame::remove);
    world.settle();
    window.run(() -> attempt("post", () -> pair.outside().postMessage("to nobody")));

    assertThat(world.settle().outcome("post")).returned();
  }

  /** Nor does what it is given afterwards get to its former partner. */
  @Test
  @Verifies("port.doc.destroy-disentangles")
  void aPortOfADestroyedDocumentHasNoPartner(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    window.run(() -> pair.outside().onmessage(Event::record));
    frame.inside().run(() -> pair.inside().postMessage("while it is there"));
    world.settle();
    window.run(frame::remove);
    world.settle();
    window.run(() -> pair.inside().postMessage("when it is gone"));

    assertThat(world.settle()).dataOf("message").containsExactly("while it is there");
  }

  /** Its partner is told by a close event, as by close(). */
  @Test
  @Verifies("port.close-event.fires-on-other")
  void thePartnerInAnotherDocumentGetsACloseEvent(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    window.run(() -> {
      pair.outside().on("close", reaction("close", event -> {}));
      frame.remove();
    });

    assertThat(world.settle()).called("close", 1);
  }

  /** What a document sent before is already its partner's. */
  @Test
  @Verifies("port.doc.sent-before-destroy-delivered")
  void whatItSentBeforeArrives(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    window.run(() -> {
      pair.outside().onmessage(Event::record);
      pair.inside().postMessage("first");
      pair.inside().postMessage("second");
      frame.remove();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("first", "second");
  }

  /** A script that is still there may post on. */
  @Test
  @Verifies("port.doc.posting-from-inactive")
  void postingFromADestroyedDocumentIsNoError(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    window.run(frame::remove);
    frame.inside().run(() -> attempt("post", () -> pair.inside().postMessage("from nowhere")));

    assertThat(world.settle().outcome("post")).returned();
  }

  /** The same of a frame inside it. */
  @Test
  @Verifies("port.doc.destroy-removes-tasks")
  void theFramesOfAFrameGoWithIt(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    FrameHandle nested = frame.inside().newFrame(Origin.SAME);
    Channel channel = nested.inside().newChannel();
    Channel fence = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("in the nested frame", event -> {}).neverCalled());
      fence.port2().onmessage(Event::record);
      channel.port1().postMessage("too late");
      fence.port1().postMessage("of the window");
      frame.remove();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("of the window");
  }

  /** Other documents of the same loop are not held up by tasks that cannot run. */
  @Test
  @Verifies("port.doc.others-unaffected")
  void theOtherFrameGoesOn(World world) {
    Realm window = world.window();
    FrameHandle gone = window.newFrame(Origin.SAME);
    FrameHandle left = window.newFrame(Origin.SAME);
    Channel ofGone = gone.inside().newChannel();
    Channel ofLeft = left.inside().newChannel();

    left.inside().run(() -> ofLeft.port2().onmessage(Event::record));
    window.run(() -> {
      ofGone.port2().onmessage(reaction("in the removed frame", event -> {}).neverCalled());
      ofGone.port1().postMessage("too late");
      ofLeft.port1().postMessage("first");
      gone.remove();
      ofLeft.port1().postMessage("second");
    });

    world.settle();
    assertThat(left.inside().settled()).dataOf("message").containsExactly("first", "second");
  }

  /** Both ends were moved away and received: nothing of the channel is the frame's any more. */
  @Test
  @Verifies("port.doc.moved-port-follows-new-document")
  void aChannelThatMovedAwayOutlivesItsFirstDocument(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = frame.inside().newChannel();
    Port left = window.port("left");
    Port right = window.port("right");

    window.run(() -> window.window().onmessage(event -> {
      event.port(0).keepAs(left);
      event.port(1).keepAs(right);
    }));
    frame.inside().run(() ->
        frame.inside().parent().postMessage("both ends", "*", transferring(channel.port1(), channel.port2())));
    world.settle();
    window.run(() -> {
      right.onmessage(event -> right.postMessage("an answer"));
      left.onmessage(Event::record);
      frame.remove();
      left.postMessage("a question");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("an answer");
  }

  /** A port that a frame received is the frame's, wherever it was made: what waits for it goes with the frame. */
  @Test
  @Verifies("port.recv.reassociates-document")
  void aReceivedPortIsTheReceivers(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();
    Channel channel = window.newChannel();
    Channel fence = window.newChannel();
    Port received = inside.port("received");

    inside.run(() -> inside.window().onmessage(event -> event.port(0).keepAs(received)));
    window.run(() -> frame.window().postMessage("a port", "*", transferring(channel.port2())));
    world.settle();
    window.run(() -> {
      received.onmessage(reaction("in the frame", event -> {}).neverCalled());
      fence.port2().onmessage(Event::record);
      channel.port1().postMessage("too late");
      fence.port1().postMessage("of the window");
      frame.remove();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("of the window");
  }

  /** The port is the window's, but its listener comes from a document that is gone. */
  @Test
  @Verifies("port.queue.listener-inactive-document")
  void aListenerOfADestroyedDocumentIsNotCalled(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = window.newChannel();

    frame.inside().run(() ->
        channel.port2().addEventListener("message", reaction("of the frame", event -> {}).neverCalled()));
    window.run(() -> {
      channel.port2().addEventListener("message", reaction("of the window", Event::record));
      channel.port2().start();
      frame.remove();
      channel.port1().postMessage("message");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("message");
  }

  /** Another document in the same frame is another document. */
  @Test
  @Verifies("port.doc.destroy-removes-tasks")
  void theNextDocumentOfTheFrameGetsNothing(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Pair pair = Pair.of(window, frame);

    frame.inside().run(() -> pair.inside().onmessage(reaction("in the first document", Event::record)));
    window.run(() -> pair.outside().postMessage("in time"));
    world.settle();
    FrameHandle next = frame.navigate(Origin.SAME);
    window.run(() -> pair.outside().postMessage("too late"));
    next.inside().run(() -> attempt("a script of the next document", () -> {}));

    assertThat(world.settle().outcome("a script of the next document")).returned();
    assertThat(frame.inside().settled()).dataOf("message").containsExactly("in time");
  }
}
