package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undeserializable;
import static dev.portspec.harness.Vocabulary.undeserializableOnce;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A message that cannot be received: HTML, BroadcastChannel's postMessage, step 9, the task, step 3. */
class BroadcastMessageErrorTest {

  /** The receiver that cannot gets a messageerror and no message; the others get the message. */
  @Test
  @Verifies("bc.task.messageerror")
  void onlyTheReceiverThatFailsIsTold(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle failing = window.newBroadcastChannel("news");
    BroadcastHandle other = window.newBroadcastChannel("news");

    window.run(() -> {
      sender.onmessageerror(reaction("sender", event -> {}).neverCalled());
      failing.onmessageerror(reaction("failing", Event::record));
      failing.onmessage(reaction("received", event -> {}).neverCalled());
      other.onmessageerror(reaction("other failed", event -> {}).neverCalled());
      other.onmessage(reaction("other", Event::record));
      attempt("post", () -> sender.postMessage(undeserializableOnce()));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("post")).returned();
    assertThat(trace.event("failing")).has(attribute("type", "messageerror"), attribute("data", null));
    assertThat(trace.event("other")).has(attribute("type", "message"), attribute("data", "received"));
    assertThat(trace).neverCalled("sender").neverCalled("received").neverCalled("other failed");
  }

  /** Where all fail, all are told, the oldest first, and later messages arrive. */
  @Test
  @Verifies("bc.task.messageerror")
  void laterMessagesArrive(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.addEventListener("messageerror", reaction("first failed", event -> {}));
      second.addEventListener("messageerror", reaction("second failed", event -> {}));
      first.onmessage(reaction("first", Event::record));
      second.onmessage(reaction("second", Event::record));
      sender.postMessage(list("good", undeserializable()));
      sender.postMessage("next");
    });

    assertThat(world.settle()).marks("first failed", "second failed", "first", "second");
    assertThat(world.settle()).dataOf("message").containsExactly("next", "next");
  }

  /** The event has its origin set, as that of a message has, and is else as by default. */
  @Test
  @Verifies({"bc.task.messageerror", "bc.event.origin-of-channel", "bc.event.target"})
  void theEventOfAFailureHasTheOrigin(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle failing = window.newBroadcastChannel("news");

    window.run(() -> {
      failing.onmessageerror(reaction("failing", event -> {
        event.record();
        observe("event's", event.get("origin"));
        observe("target", event.target());
      }));
      observe("failing channel", failing);
      observe("window's", window.origin());
      sender.postMessage(undeserializable());
    });

    Trace trace = world.settle();
    verifying("bc.task.messageerror", () -> assertThat(trace.event("failing")).has(
        attribute("interface", "MessageEvent"),
        attribute("type", "messageerror"),
        attribute("isTrusted", true),
        attribute("data", null),
        attribute("lastEventId", ""),
        attribute("source", null),
        attribute("ports", list().frozen()),
        attribute("bubbles", false),
        attribute("cancelable", false)));
    verifying("bc.event.origin-of-channel",
        () -> assertThat(trace.observed("event's"))
            .isEqualTo(WindowOrigin.serialized(trace.observed("window's"))));
    verifying("bc.event.target",
        () -> assertThat(trace.observed("target")).isSameAs(trace.observed("failing channel")));
  }

  /** A receiver that is closed meanwhile is not told. */
  @Test
  @Verifies("bc.task.messageerror")
  void aClosedReceiverIsNotTold(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle closed = window.newBroadcastChannel("news");
    BroadcastHandle open = window.newBroadcastChannel("news");

    window.run(() -> {
      closed.onmessageerror(reaction("closed", event -> {}).neverCalled());
      open.onmessageerror(reaction("open", event -> {}));
      sender.postMessage(undeserializable());
      closed.close();
    });

    assertThat(world.settle()).called("open", 1).neverCalled("closed");
  }
}
