package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The event of a message: HTML, BroadcastChannel's postMessage, step 4, and step 9, the task, step 4. */
class BroadcastEventTest {

  /** It is a trusted MessageEvent of type message with the data. */
  @Test
  @Verifies("bc.event.fields")
  void itIsATrustedMessageEvent(World world) {
    assertThat(received(world).event("received")).has(
        attribute("interface", "MessageEvent"),
        attribute("type", "message"),
        attribute("isTrusted", true),
        attribute("data", "m"));
  }

  /** Its data is what was posted, also where that is as good as nothing. */
  @Test
  @Verifies("bc.event.fields")
  void falsyDataArrives(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      sender.postMessage("");
      sender.postMessage(0);
      sender.postMessage(false);
      sender.postMessage(null);
      sender.postMessage(undefined());
    });

    assertThat(world.settle()).dataOf("message").containsExactly("", 0, false, null, undefined());
  }

  /** It neither bubbles nor can be cancelled. */
  @Test
  @Verifies("bc.event.fields")
  void itDoesNotBubbleAndCannotBeCancelled(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(reaction("received", event -> {
        event.preventDefault();
        event.record();
      }));
      sender.postMessage("m");
    });

    assertThat(world.settle().event("received")).has(
        attribute("bubbles", false),
        attribute("cancelable", false),
        attribute("composed", false),
        attribute("defaultPrevented", false));
  }

  /** It has neither source nor id. */
  @Test
  @Verifies("bc.event.fields")
  void sourceAndIdAreEmpty(World world) {
    assertThat(received(world).event("received")).has(attribute("source", null), attribute("lastEventId", ""));
  }

  /** Its ports are the empty frozen array that every MessageEvent has by default. */
  @Test
  @Verifies("bc.event.fields")
  void portsAreEmpty(World world) {
    assertThat(received(world).event("received")).has(attribute("ports", list().frozen()));
  }

  /** Its origin is set: to that of the channel which posted, of this window. */
  @Test
  @Verifies("bc.event.origin-of-channel")
  void theOriginIsThatOfTheWindow(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(event -> observe("event's", event.get("origin")));
      observe("window's", window.origin());
      sender.postMessage("m");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("event's")).isEqualTo(WindowOrigin.serialized(trace.observed("window's")));
  }

  /** It is fired at each receiving channel, with that one as its target. */
  @Test
  @Verifies("bc.event.target")
  void theTargetIsTheReceivingChannel(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(event -> {
        observe("target of the first", event.target());
        observe("current target of the first", event.currentTarget());
      });
      second.addEventListener("message", event -> {
        observe("target of the second", event.target());
        observe("current target of the second", event.currentTarget());
      });
      observe("first", first);
      observe("second", second);
      sender.postMessage("m");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target of the first")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("current target of the first")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("target of the second")).isSameAs(trace.observed("second"));
    assertThat(trace.observed("current target of the second")).isSameAs(trace.observed("second"));
  }

  /** Each receiver has an event of its own: one that was kept names its channel still, after others had the message. */
  @Test
  @Verifies("bc.event.target")
  void aKeptEventNamesItsChannelStill(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    Value kept = window.value("kept");

    window.run(() -> {
      first.onmessage(event -> event.keepAs(kept));
      second.onmessage(event -> {
        observe("kept", kept.get("target"));
        observe("current", event.target());
      });
      observe("first", first);
      sender.postMessage("m");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("kept")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("current")).isNotSameAs(trace.observed("first"));
  }

  private static Trace received(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    window.run(() -> {
      receiver.onmessage(reaction("received", Event::record));
      sender.postMessage("m");
    });
    return world.settle();
  }
}
