package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.MessagePort;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a document that is removed or left, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class FrameEndTest {
  private final WorkerTestWorld test;

  FrameEndTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private ReferenceWindowRealm frame(Origin origin) {
    return test.run(() -> test.window.newFrame(origin));
  }

  /** A channel whose second end is in a frame of another agent; returns the first. */
  private MessagePort channelTo(ReferenceWindowRealm frame, String label) {
    test.runIn(frame, () -> frame.global().setOnmessage(on(event -> {
      MessagePort port = event.getPorts().get(0);
      port.setOnmessage(test.data(label));
      port.postMessage("hello from " + label);
    })));
    return test.run(() -> {
      ReferenceChannel channel = new ReferenceChannel(test.window);
      frame.proxy().postMessage("your end", "*", List.of(channel.getPort2()));
      return channel.getPort1();
    });
  }

  @Test
  void whatWasQueuedInARemovedFrameNeverRuns() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(frame);
      channel.getPort2().setOnmessage(test.data("port: "));
      channel.getPort1().postMessage("lost");
      frame.global().setOnmessage(test.data("window: "));
      frame.proxy().postMessage("lost");
      frame.setTimeout(() -> test.log.add("timer"));
      frame.newBroadcastChannel("news").setOnmessage(test.data("broadcast: "));
      test.window.newBroadcastChannel("news").postMessage("lost");
      frame.remove();
      frame.proxy().postMessage("late");
      frame.setTimeout(() -> test.log.add("late timer"));
      test.window.setTimeout(() -> test.log.add("timer of the window"));
    });
    assertThat(test.log).containsExactly("timer of the window");
  }

  @Test
  void itsPortsAreDisentangledAndPostSilently() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(frame);
      MessagePort port1 = channel.getPort1();
      ReferencePort here = moved(channel.getPort2());
      here.setOnmessage(test.data("here: "));
      port1.postMessage("sent before");
      frame.remove();
      port1.postMessage("sent after");
      here.postMessage("to nobody");
      assertThat(here.entangledWith()).isNull();
    });
    assertThat(test.log).containsExactly("here: sent before");
  }

  /** The port of the window that a port of a frame becomes. */
  private ReferencePort moved(MessagePort port) {
    List<?> clone = (List<?>) test.window.structuredClone(List.of(port), List.of(port));
    return (ReferencePort) clone.get(0);
  }

  @Test
  void aPortThatMovedOutBeforeIsNotAffected() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(frame);
      ReferencePort one = moved(channel.getPort1());
      ReferencePort two = moved(channel.getPort2());
      frame.remove();
      two.setOnmessage(test.data(""));
      one.postMessage("kept");
    });
    assertThat(test.log).containsExactly("kept");
  }

  @Test
  void aPortThatIsOnItsWayArrivesWithItsQueue() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    test.runAndSettle(() -> {
      ReferenceChannel channel = new ReferenceChannel(test.window);
      ReferencePort inFrame = received(channel.getPort2(), frame);
      inFrame.setOnmessage(test.data("frame: "));
      channel.getPort1().postMessage("queued");
      test.window.global().setOnmessage(on(event -> event.getPorts().get(0).setOnmessage(test.data("window: "))));
      test.window.proxy().postMessage("on its way", "*", List.of(inFrame));
      frame.remove();
      channel.getPort1().postMessage("later");
    });
    assertThat(test.log).containsExactly("window: queued", "window: later");
  }

  private static ReferencePort received(ReferencePort port, ReferenceRealm realm) {
    return SerializedWithTransfer.of(null, List.of(port), port.realm()).deserialize(realm).ports().get(0);
  }

  @Test
  void aListenerFromARemovedFrameIsNotCalled() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    ReferenceChannel channel = test.run(() -> new ReferenceChannel(test.window));
    test.runIn(frame, () -> {
      channel.getPort2().setOnmessage(test.data("frame's handler: "));
      channel.getPort2().addEventListener("message", test.data("frame's: "));
    });
    test.runAndSettle(() -> {
      channel.getPort2().addEventListener("message", test.data("window's: "));
      channel.getPort1().postMessage("m");
      frame.remove();
    });
    assertThat(test.log).containsExactly("window's: m");
    test.runAndSettle(() -> {
      channel.getPort2().setOnmessage(test.data("window's handler: "));
      channel.getPort1().postMessage("n");
    });
    assertThat(test.log).containsExactly("window's: m", "window's handler: n", "window's: n");
  }

  @Test
  void scriptsOfARemovedFrameCanStillBeCalled() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    test.run(frame::remove);
    test.runIn(frame, () -> {
      ReferenceChannel channel = new ReferenceChannel(frame);
      channel.getPort2().setOnmessage(test.data("port: "));
      channel.getPort1().postMessage("lost");
      BroadcastChannel broadcast = frame.newBroadcastChannel("news");
      broadcast.postMessage("lost");
      frame.newWorker(worker -> test.log.add("worker"));
      test.window.proxy().postMessage("heard");
      test.log.add("script");
      assertThatThrownBy(() -> frame.newFrame(Origin.SAME)).isInstanceOf(IllegalStateException.class);
    });
    test.run(() -> test.window.global().setOnmessage(test.data("window: ")));
    test.settle();
    assertThat(test.log).contains("script").doesNotContain("worker", "port: lost").hasSizeLessThan(3);
    assertThat(frame.hasEnded()).isFalse();
  }

  @Test
  void theWorkersOfARemovedFrameEnd() {
    ReferenceWindowRealm frame = frame(Origin.SAME);
    List<ReferenceRealm> workers = new ArrayList<>();
    test.run(() -> frame.newWorker(worker -> {
      workers.add((ReferenceRealm) worker);
      worker.newWorker(nested -> workers.add((ReferenceRealm) nested));
    }));
    test.settle();
    assertThat(workers).hasSize(2).noneMatch(ReferenceRealm::hasEnded);
    test.runAndSettle(frame::remove);
    assertThat(workers).allMatch(ReferenceRealm::hasEnded);
  }

  @Test
  void aFrameWithAnAgentOfItsOwnHasEnded() {
    for (Origin origin : List.of(Origin.OTHER, Origin.OPAQUE)) {
      ReferenceWindowRealm frame = frame(origin);
      MessagePort port = channelTo(frame, "frame: ");
      test.run(() -> port.setOnmessage(test.data("")));
      test.settle();
      test.runAndSettle(() -> {
        frame.remove();
        frame.remove();
        port.postMessage("to nobody");
        frame.proxy().postMessage("to nobody", "*", List.of());
      });
      assertThat(frame.hasEnded()).isTrue();
      frame.execute(() -> test.log.add("never"));
      test.settle();
      assertThat(test.log).containsExactly("hello from frame: ");
      test.log.clear();
    }
  }

  @Test
  void whatIsInsideGoesWithAFrame() {
    ReferenceWindowRealm outer = frame(Origin.OTHER);
    List<ReferenceWindowRealm> inner = new ArrayList<>();
    test.runIn(outer, () -> {
      for (Origin origin : Origin.values()) {
        inner.add(outer.newFrame(origin));
      }
      inner.add(inner.get(1).newFrame(Origin.OTHER));
    });
    test.runAndSettle(outer::remove);
    assertThat(inner).noneMatch(ReferenceWindowRealm::isFullyActive).allMatch(ReferenceRealm::hasEnded);
  }

  @Test
  void aFrameMayRemoveItsParentsOtherFramesAndItself() {
    ReferenceWindowRealm left = frame(Origin.SAME);
    ReferenceWindowRealm right = frame(Origin.SAME);
    test.runIn(left, () -> {
      right.remove();
      left.remove();
      left.queueMicrotask(() -> test.log.add("microtask"));
      test.log.add("goes on");
    });
    test.settle();
    assertThat(test.log).containsExactly("goes on");
  }

  @Test
  void aWindowStaysTheSameWhenItsDocumentIsLeft() {
    for (Origin origin : Origin.values()) {
      ReferenceWindowRealm old = frame(Origin.SAME);
      test.runIn(old, () -> old.global().setOnmessage(test.data("old: ")));
      ReferenceWindowRealm next = test.run(() -> {
        old.proxy().postMessage("lost", "*", List.of());
        ReferenceWindowRealm loaded = old.navigate(origin);
        old.proxy().postMessage("heard", "*", List.of());
        return loaded;
      });
      test.runIn(next, () -> next.global().setOnmessage(test.data("new: ")));
      test.settle();
      test.runAndSettle(() -> next.proxy().postMessage("later", "*", List.of()));
      assertThat(next.proxy()).isSameAs(old.proxy()).isSameAs(next.global().getWindow());
      assertThat(next.isFullyActive()).isTrue();
      assertThat(old.isFullyActive()).isFalse();
      assertThat(test.log).contains("new: later").doesNotContain("old: lost", "old: heard", "new: lost");
      test.log.clear();
    }
  }

  @Test
  void anAgentThatWasLeftEndsAndTheFrameGoesOn() {
    ReferenceWindowRealm first = frame(Origin.OTHER);
    ReferenceWindowRealm second = test.run(() -> first.navigate(Origin.OTHER));
    assertThat(first.hasEnded()).isTrue();
    test.runIn(second, () -> second.global().setOnmessage(test.data("")));
    test.runAndSettle(() -> first.proxy().postMessage("m", "https://other.example", List.of()));
    assertThat(test.log).containsExactly("m");
    test.runAndSettle(second::remove);
    assertThat(second.hasEnded()).isTrue();
    assertThatThrownBy(() -> test.run(() -> second.navigate(Origin.SAME)))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("is gone");
  }
}
