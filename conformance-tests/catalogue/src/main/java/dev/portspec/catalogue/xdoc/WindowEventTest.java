package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.tellingRealms;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

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

/** The event of a message to a window: HTML, "window post message steps", from "fire an event" on. */
class WindowEventTest {
  /** The event is a trusted MessageEvent that does not bubble. */
  @Test
  @Verifies("xdoc.event.target")
  void theEventIsTrustedAndDoesNotBubble(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(reaction("received", Event::record));
      window.window().postMessage("to myself", "*");
    });

    assertThat(window.settled().event("received")).has(
        attribute("interface", "MessageEvent"), attribute("type", "message"), attribute("isTrusted", true),
        attribute("bubbles", false), attribute("cancelable", false), attribute("eventPhase", 2),
        attribute("lastEventId", ""));
  }

  /** It is fired at the window that was posted to. */
  @Test
  @Verifies("xdoc.event.target")
  void theTargetIsTheWindowThatWasPostedTo(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> {
      observe("target", event.target());
      observe("current target", event.currentTarget());
      observe("self", inside.window());
    }));
    window.run(() -> {
      window.window().onmessage(reaction("at the parent", event -> {}).neverCalled());
      frame.window().postMessage("to the frame", "*");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target")).isSameAs(trace.observed("self"));
    assertThat(trace.observed("current target")).isSameAs(trace.observed("self"));
  }

  /** A frame that posts to its parent is the source there. */
  @Test
  @Verifies("xdoc.event.source")
  void theSourceIsTheWindowOfTheSender(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    window.run(() -> window.window().onmessage(event -> {
      observe("source", event.source());
      observe("frame", frame.window());
    }));
    frame.inside().run(() -> frame.inside().parent().postMessage("to the parent", "*"));

    Trace trace = window.settled();
    assertThat(trace.observed("source")).isSameAs(trace.observed("frame"));
  }

  /** The method is the frame's, but the script that calls it is the parent's. */
  @Test
  @Verifies("xdoc.event.source")
  void theSourceIsNotTheWindowThatHasTheMethod(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> {
      observe("source", event.source());
      observe("parent", inside.parent());
    }));
    window.run(() -> frame.window().postMessage("to the frame", "*"));

    Trace trace = world.settle();
    assertThat(trace.observed("source")).isSameAs(trace.observed("parent"));
  }

  /** A function of the frame posts for the frame, whoever calls it. */
  @Test
  @Verifies("xdoc.event.source")
  void aListenerOfTheFramePostsForTheFrame(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = window.newChannel();

    frame.inside().run(() ->
        channel.port2().onmessage(event -> frame.inside().parent().postMessage("from a listener", "*")));
    window.run(() -> {
      window.window().onmessage(event -> {
        observe("source", event.source());
        observe("frame", frame.window());
      });
      channel.port1().postMessage("go");
    });

    Trace trace = window.settled();
    assertThat(trace.observed("source")).isSameAs(trace.observed("frame"));
  }

  /** A window that posts to itself is its own source. */
  @Test
  @Verifies("xdoc.event.source")
  void aWindowIsTheSourceOfWhatItTellsItself(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(event -> {
        observe("source", event.source());
        observe("self", window.window());
      });
      window.window().postMessage("to myself", "*");
    });

    Trace trace = window.settled();
    assertThat(trace.observed("source")).isSameAs(trace.observed("self"));
  }

  /** Through its source an event can be answered. */
  @Test
  @Verifies("xdoc.event.source")
  void anAnswerReachesTheSource(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.OTHER);
    Realm inside = frame.inside();

    inside.run(() -> inside.window().onmessage(event -> event.source().asWindow().postMessage("an answer", "*")));
    window.run(() -> {
      window.window().onmessage(reaction("answered", event -> {
        event.record();
        observe("source", event.source());
        observe("frame", frame.window());
      }));
      frame.window().postMessage("a question", "*");
    });

    Trace trace = window.settled();
    assertThat(trace).dataOf("message").containsExactly("an answer");
    assertThat(trace.observed("source")).isSameAs(trace.observed("frame"));
  }

  /** The listed ports arrive in the order of the list, each of them once, whether or not the message mentions it. */
  @Test
  @Verifies("xdoc.event.data-ports")
  void portsArriveInTheOrderOfTheList(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();
    Channel first = window.newChannel();
    Channel second = window.newChannel();

    inside.run(() -> inside.window().onmessage(event -> {
      observe("ports", event.ports());
      event.port(0).postMessage("through the first");
      event.port(1).postMessage("through the second");
    }));
    window.run(() -> {
      first.port1().onmessage(reaction("first", Event::record));
      second.port1().onmessage(reaction("second", Event::record));
      frame.window().postMessage("two ports", "*", transferring(first.port2(), second.port2()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("ports")).hasSize(2).isFrozen();
    assertThat(trace.by("first")).dataOf("message").containsExactly("through the first");
    assertThat(trace.by("second")).dataOf("message").containsExactly("through the second");
  }

  /** A port that the message mentions is the one in the list. */
  @Test
  @Verifies("xdoc.event.data-ports")
  void aMentionedPortIsTheListedOne(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      window.window().onmessage(event -> {
        observe("listed", event.port(0));
        observe("mentioned", event.data().get("port"));
      });
      Port moved = channel.port2();
      window.window().postMessage(object().with("port", moved), "*", transferring(moved));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("mentioned")).isSameAs(trace.observed("listed")).isPlatform("MessagePort");
  }

  /** Without a list there are no ports, and the data is a clone. */
  @Test
  @Verifies("xdoc.event.data-ports")
  void theDataIsACloneOfTheMessage(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      }));
      window.window().postMessage(object().with("a", list("b", "c")), "*");
    });

    Trace trace = window.settled();
    assertThat(trace).dataOf("message").containsExactly(object().with("a", list("b", "c")));
    assertThat(trace.observed("ports")).hasSize(0).isFrozen();
  }

  /** What cannot be received is a messageerror, from the same sender, and the next message arrives. */
  @Test
  @Verifies("xdoc.messageerror")
  void whatCannotBeReceivedIsAMessageerror(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessageerror(reaction("failed", event -> {
        event.record();
        observe("source", event.source());
        observe("self", window.window());
        observe("origin", event.get("origin"));
        observe("own origin", window.origin());
        observe("ports", event.ports());
      }));
      window.window().onmessage(reaction("received", Event::record));
      window.window().postMessage(undeserializable(), "*");
      window.window().postMessage("after it", "*");
    });

    Trace trace = window.settled();
    assertThat(trace.event("failed")).has(
        attribute("type", "messageerror"), attribute("data", null), attribute("isTrusted", true));
    assertThat(trace.observed("origin")).isSameAs(trace.observed("own origin"));
    assertThat(trace.observed("ports")).hasSize(0);
    assertThat(trace.observed("source")).isSameAs(trace.observed("self"));
    assertThat(trace.by("received")).dataOf("message").containsExactly("after it");
  }

  /** Objects of a message are made in the realm of the window that receives it. */
  @Test
  @Verifies("xdoc.deserialize-target-realm")
  void objectsAreOfTheTargetsRealm(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();

    inside.run(() -> {
      tellingRealms();
      inside.window().onmessage(event -> {
        observe("object", event.data());
        observe("array", event.data().get("list"));
      });
    });
    window.run(() -> frame.window().postMessage(object().with("list", list("element")), "*"));

    Trace trace = world.settle();
    assertThat(trace.observed("object")).isOf(inside);
    assertThat(trace.observed("array")).isOf(inside);
  }

  /** The same where the frame has the method, and the window is told. */
  @Test
  @Verifies("xdoc.deserialize-target-realm")
  void objectsForTheParentAreOfTheParent(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    window.run(() -> {
      tellingRealms();
      window.window().onmessage(event -> observe("object", event.data()));
    });
    frame.inside().run(() -> frame.inside().parent().postMessage(object().with("a", "b"), "*"));

    assertThat(window.settled().observed("object")).isOf(window);
  }
}
