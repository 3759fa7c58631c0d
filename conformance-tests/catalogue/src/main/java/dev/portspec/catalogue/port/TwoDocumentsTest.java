package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.serialized;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Channels between documents, as the API is described: HTML, "Channel messaging", its introduction. */
class TwoDocumentsTest {
  /** A document keeps one port and sends the other to a frame of another origin, which answers. */
  @Test
  @Verifies("port.recv.entangles-remote")
  void aFrameAnswersThroughThePortItWasSent(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.OTHER);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> {
      Port port = event.port(0);
      port.onmessage(reaction("answers", request -> port.postMessage(request.data())).called(2));
    }));
    window.run(() -> {
      Channel channel = window.newChannel();
      channel.port1().onmessage(Event::record);
      frame.window().postMessage("a port", serialized(Origin.OTHER), transferring(channel.port2()));
      channel.port1().postMessage("first");
      channel.port1().postMessage("second");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("first", "second");
  }

  /** Two frames of two origins get one end each from their parent, which is out of the way from then on. */
  @Test
  @Verifies("port.recv.both-ends-two-messages")
  void twoFramesTellEachOther(World world) {
    Realm window = world.window();
    FrameHandle left = window.newFrame(Origin.SAME);
    FrameHandle right = window.newFrame(Origin.OTHER);

    left.inside().run(() -> left.inside().window().onmessage(event -> {
      event.port(0).onmessage(Event::record);
      event.port(0).postMessage("from the left");
    }));
    right.inside().run(() -> right.inside().window().onmessage(event -> {
      event.port(0).onmessage(Event::record);
      event.port(0).postMessage("from the right");
    }));
    window.run(() -> {
      Channel channel = window.newChannel();
      left.window().postMessage("an end", "*", transferring(channel.port1()));
      right.window().postMessage("an end", "*", transferring(channel.port2()));
    });

    world.settle();
    assertThat(left.inside().settled()).dataOf("message").containsExactly("from the right");
    assertThat(right.inside().settled()).dataOf("message").containsExactly("from the left");
  }

  /** A port takes its queue along to another document, and what is sent while it travels. */
  @Test
  @Verifies("port.recv.moves-queue")
  void whatWasQueuedArrivesInTheOtherDocument(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.OTHER);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> event.port(0).onmessage(Event::record)));
    window.run(() -> {
      Channel channel = window.newChannel();
      channel.port1().postMessage("queued");
      frame.window().postMessage("a port", "*", transferring(channel.port2()));
      channel.port1().postMessage("sent while it travels");
    });

    assertThat(inside.settled()).dataOf("message").containsExactly("queued", "sent while it travels");
  }

  /** What went to another document is of no use where it came from. */
  @Test
  @Verifies("xdoc.serialize-sync")
  void whatWasTransferredIsOfNoUseWhereItCameFrom(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.OTHER);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> observe("arrived", event.data())));
    window.run(() -> {
      Channel channel = window.newChannel();
      Buffer buffer = window.newArrayBuffer(8);
      frame.window().postMessage(buffer, "*", transferring(buffer, channel.port2()));
      observe("left", buffer);
      attempt("the port again", () -> frame.window().postMessage("again", "*", transferring(channel.port2())));
      attempt("the buffer again", () -> frame.window().postMessage("again", "*", transferring(buffer)));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("arrived")).hasByteLength(8);
    assertThat(trace.observed("left")).hasByteLength(0);
    assertThat(trace.outcome("the port again")).threw(DATA_CLONE_ERROR);
    assertThat(trace.outcome("the buffer again")).threw(DATA_CLONE_ERROR);
  }
}
