package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static dev.portspec.reference.WorkerTestWorld.onAny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.WindowPostMessageOptions;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes between windows, under either scheduler. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Scheduling.class)
class WindowTest {
  private final WorkerTestWorld test;

  WindowTest(Scheduling scheduling) {
    test = new WorkerTestWorld(scheduling);
  }

  @AfterEach
  void close() {
    test.close();
  }

  /** A new frame of the window whose messages are logged after a label. */
  private ReferenceWindowRealm frame(Origin origin, String label) {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(origin));
    test.runIn(frame, () -> frame.global().setOnmessage(test.data(label)));
    return frame;
  }

  /** A listener that answers each message at its source. */
  private static EventListener echo() {
    return on(event -> ((ReferenceWindowProxy) event.getSource()).postMessage(event.getData() + "!", "*", List.of()));
  }

  @Test
  void aFrameOfTheSameOriginSharesTheAgentAndAnyOtherHasOneOfItsOwn() {
    ReferenceWindowRealm same = frame(Origin.SAME, "");
    ReferenceWindowRealm other = frame(Origin.OTHER, "");
    ReferenceWindowRealm opaque = frame(Origin.OPAQUE, "");
    assertThat(same.loop()).isSameAs(test.window.loop());
    assertThat(other.loop()).isNotSameAs(test.window.loop()).isNotSameAs(opaque.loop());
    assertThat(List.of(same.origin(), other.origin(), opaque.origin()))
        .containsExactly("https://window.example", "https://other.example", "null");
    assertThat(same).hasToString("realm window/frame1 of agent window");
    assertThat(other).hasToString("realm of agent window/frame2");
  }

  @Test
  void aFrameOfTheOriginOfItsOwnParentSharesThatAgent() {
    ReferenceWindowRealm other = frame(Origin.OTHER, "");
    test.runIn(other, () -> {
      assertThat(other.newFrame(Origin.OTHER).loop()).isSameAs(other.loop());
      assertThat(other.newFrame(Origin.SAME).loop()).isNotIn(other.loop(), test.window.loop());
    });
  }

  @Test
  void messagesGoBothWaysInOrder() {
    for (Origin origin : Origin.values()) {
      ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(origin));
      test.runIn(frame, () -> frame.global().setOnmessage(echo()));
      test.runAndSettle(() -> {
        test.window.global().setOnmessage(test.data(""));
        frame.proxy().postMessage("a", "*", List.of());
        frame.proxy().postMessage("b", "*", List.of());
        test.log.add("after");
      });
      assertThat(test.log).containsExactly("after", "a!", "b!");
      test.log.clear();
    }
  }

  @Test
  void theEventSaysWhoSentIt() {
    for (Origin origin : Origin.values()) {
      ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(origin));
      test.run(() -> test.window.global().setOnmessage(on(event -> {
        test.log.add(event.getOrigin());
        test.log.add(event.getSource() == frame.proxy());
        test.log.add(event.getTarget() == test.window.global());
        test.log.add(List.of(event.getIsTrusted(), event.getBubbles(), event.getLastEventId(), event.getPorts()));
      })));
      test.runIn(frame, () -> frame.global().getParent().postMessage("m", "*", List.of()));
      test.settle();
      assertThat(test.log).containsExactly(frame.origin(), true, true, List.of(true, false, "", List.of()));
      test.log.clear();
    }
  }

  @Test
  void theTargetOriginIsThatOfTheReceiver() {
    ReferenceWindowRealm same = frame(Origin.SAME, "same: ");
    ReferenceWindowRealm other = frame(Origin.OTHER, "other: ");
    ReferenceWindowRealm opaque = frame(Origin.OPAQUE, "opaque: ");
    List<String> targetOrigins = List.of(
        "*", "/", "https://window.example/path?query#fragment", "https://OTHER.example:443", "data:,x", "null:x");
    test.runAndSettle(() -> {
      for (ReferenceWindowRealm frame : List.of(same, other, opaque)) {
        targetOrigins.forEach(targetOrigin -> frame.proxy().postMessage(targetOrigin, targetOrigin, List.of()));
        frame.proxy().postMessage("default");
      }
    });
    assertThat(test.log.stream().filter(entry -> entry.toString().startsWith("same")))
        .containsExactly("same: *", "same: /", "same: https://window.example/path?query#fragment", "same: default");
    assertThat(test.log.stream().filter(entry -> entry.toString().startsWith("other")))
        .containsExactly("other: *", "other: https://OTHER.example:443");
    assertThat(test.log.stream().filter(entry -> entry.toString().startsWith("opaque")))
        .containsExactly("opaque: *");
  }

  @Test
  void anOpaqueWindowMatchesItselfOnly() {
    ReferenceWindowRealm opaque = frame(Origin.OPAQUE, "itself: ");
    frame(Origin.OPAQUE, "another: ").proxy();
    test.runIn(opaque, () -> {
      opaque.proxy().postMessage("slash");
      opaque.global().postMessage("at the global");
    });
    test.settle();
    assertThat(test.log).containsExactly("itself: slash", "itself: at the global");
  }

  @Test
  void aBadTargetOriginIsASyntaxErrorBeforeAnythingIsSerialized() {
    ReferenceWindowRealm frame = frame(Origin.OTHER, "");
    ArrayBuffer buffer = new ArrayBuffer(new byte[8]);
    assertThatThrownBy(() -> test.run(() -> frame.proxy().postMessage(new Thread(), "//x", List.of(buffer))))
        .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("SyntaxError"));
    assertThat(buffer.detached()).isFalse();
    assertThatThrownBy(() -> test.run(() -> frame.proxy().postMessage(new Thread(), "*", List.of(buffer))))
        .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("DataCloneError"));
    test.runAndSettle(() ->
        frame.proxy().postMessage("m", new WindowPostMessageOptions("https://nobody.example", List.of(buffer))));
    assertThat(buffer.detached()).isTrue();
    assertThat(test.log).isEmpty();
  }

  @Test
  void aValueThatCannotBeReceivedIsAMessageerrorWithOriginAndSource() {
    HostSerializable undeserializable = () -> () -> {
      throw new IllegalStateException("no");
    };
    ReferenceWindowRealm frame = frame(Origin.OTHER, "");
    test.runIn(frame, () -> frame.global().setOnmessageerror(onAny(event -> {
      MessageEvent error = (MessageEvent) event;
      test.log.add(error.getOrigin() + " " + error.getData() + " " + (error.getSource() == test.window.proxy()));
    })));
    test.runAndSettle(() -> frame.proxy().postMessage(undeserializable, "*", List.of()));
    assertThat(test.log).containsExactly("https://window.example null true");
  }

  @Test
  void messagesToTheWindowsOfOneLoopAreInTheOrderOfPosting() {
    ReferenceWindowRealm first = frame(Origin.SAME, "first: ");
    ReferenceWindowRealm second = frame(Origin.SAME, "second: ");
    test.runAndSettle(() -> {
      for (int i = 0; i < 2; i++) {
        first.proxy().postMessage(i);
        second.proxy().postMessage(i);
      }
    });
    assertThat(test.log).containsExactly("first: 0.0", "second: 0.0", "first: 1.0", "second: 1.0");
  }

  @Test
  void theSenderIsWhoseCodeRunsNotWhoseWindowItIs() {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(Origin.SAME));
    test.run(() -> {
      test.window.global().setOnmessage(on(event ->
          test.log.add(event.getData() + (event.getSource() == test.window.proxy() ? " from me" : " from the frame"))));
      ReferenceChannel channel = new ReferenceChannel(frame);
      channel.getPort1().setOnmessage(on(event -> test.window.proxy().postMessage("handler of mine")));
      channel.getPort2().postMessage("at a port of the frame");
      frame.global().addEventListener("message", on(event -> test.window.proxy().postMessage("listener of mine")));
    });
    test.runIn(frame, () -> {
      frame.global().setOnmessage(on(event -> test.window.proxy().postMessage("handler of the frame")));
      test.window.proxy().postMessage("script of the frame");
    });
    test.runAndSettle(() -> frame.proxy().postMessage("m"));
    assertThat(test.log).containsExactlyInAnyOrder(
        "handler of mine from me",
        "listener of mine from me",
        "handler of the frame from the frame",
        "script of the frame from the frame");
  }

  @Test
  void whatACallbackThrowsIsReportedWhereItComesFrom() {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(Origin.SAME));
    EventListener throwing = event -> {
      throw new IllegalStateException("no");
    };
    test.run(() -> frame.global().addEventListener("message", throwing));
    test.runIn(frame, () -> frame.global().setOnmessage(throwing));
    test.runAndSettle(() -> frame.proxy().postMessage("m"));
    assertThat(test.log).containsExactly(
        "reported in realm of agent window: no", "reported in realm window/frame1 of agent window: no");
  }

  @Test
  void aPortGoesToAFrameAndTheFrameAnswersOverIt() {
    for (Origin origin : Origin.values()) {
      ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(origin));
      test.runIn(frame, () -> frame.global().setOnmessage(on(event -> {
        MessagePort port = event.getPorts().get(0);
        port.setOnmessage(on(message -> port.postMessage(message.getData() + "!")));
      })));
      test.runAndSettle(() -> {
        ReferenceChannel channel = new ReferenceChannel(test.window);
        channel.getPort1().setOnmessage(test.data(""));
        frame.proxy().postMessage("your end", "*", List.of(channel.getPort2()));
        channel.getPort1().postMessage("hello");
      });
      assertThat(test.log).containsExactly("hello!");
      test.log.clear();
    }
  }

  @Test
  void topLevelWindowsOfOneOriginHearEachOthersBroadcasts() {
    ReferenceWindowRealm same = test.world.newWindow(Origin.SAME);
    ReferenceWindowRealm other = test.world.newWindow(Origin.OTHER);
    for (ReferenceWindowRealm window : List.of(same, other)) {
      test.runIn(window, () -> window.newBroadcastChannel("news").setOnmessage(test.data(window.origin() + ": ")));
    }
    test.runAndSettle(() -> test.window.newBroadcastChannel("news").postMessage("m"));
    assertThat(test.log).containsExactly("https://window.example: m");
    assertThat(same.global().getParent()).isSameAs(same.proxy());
    assertThat(same).hasToString("realm of agent window2");
  }

  @Test
  void whoRunsNoScriptIsToldSo() {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(Origin.OTHER));
    assertThatThrownBy(() -> frame.proxy().postMessage("m"))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("runs no script");
    assertThatThrownBy(() -> test.run(() -> frame.global().postMessage("m")))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("belongs to agent 'window/frame1'");
    assertThatThrownBy(() -> test.run(test.window::remove))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("for frames");
  }
}
