package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What becomes of a message that lists its own target: HTML, "message port post message steps", step 6. */
class DoomedDeliveryTest {

  /** A message that lists its target is not dispatched; one that lists another port over a like channel is. */
  @Test
  @Verifies("port.post.doomed-drops-message")
  void aMessageThatListsItsTargetIsDropped(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      control.port2().onmessage(Event::record);
      channel.port1().postMessage("doomed", transferring(channel.port2()));
      control.port1().postMessage("not doomed", transferring(other.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("not doomed");
  }

  /** The message is dropped for listeners too, and if its target stands behind another port in the list. */
  @Test
  @Verifies({"port.post.doomed-no-throw", "port.post.doomed-drops-message"})
  void aMessageThatListsItsTargetLastIsDropped(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("message", reaction("sent back", Event::record).neverCalled());
      channel.port1().start();
      channel.port2().addEventListener("message", reaction("target", Event::record).neverCalled());
      channel.port2().start();
      other.port1().onmessage(reaction("far end", Event::record).neverCalled());
      attempt("doomed", () ->
          channel.port1().postMessage("doomed", transferring(other.port2(), channel.port2())));
      attempt("to the lost port", () -> other.port1().postMessage("nobody"));
    });

    Trace trace = world.settle();
    verifying("port.post.doomed-no-throw", () -> assertThat(trace.outcome("doomed")).returned());
    verifying(
        "port.post.doomed-drops-message",
        () -> {
          assertThat(trace.outcome("to the lost port")).returned();
          assertThat(trace).dataOf("message").isEmpty();
        });
  }

  /** What the target sees of messages that were posted before and after the doomed one. */
  @Test
  @Verifies("port.post.doomed-loses-channel")
  void theChannelIsLost(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("older");
      channel.port1().postMessage("doomed", transferring(channel.port2()));
      channel.port1().postMessage("later");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("lost", trace -> assertThat(trace).dataOf("message").isEmpty()),
        outcome("later-lost", trace -> assertThat(trace).dataOf("message").containsExactly("older")),
        outcome("kept", trace -> assertThat(trace).dataOf("message").containsExactly("older", "later")));
  }

  /** A target that had been received over another channel is recognized all the same. */
  @Test
  @Verifies({"port.post.doomed-via-received-copy", "port.post.doomed-no-throw"})
  void aMessageThatListsItsReceivedTargetIsDropped(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port received = window.port("received");
    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(received);
        event.port(0).onmessage(Event::record);
      });
      carrier.port1().postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("alive");
    });
    world.settle();

    window.attempt("doomed", () -> channel.port1().postMessage("doomed", transferring(received)));

    Trace trace = world.settle();
    verifying("port.post.doomed-no-throw", () -> assertThat(trace.outcome("doomed")).returned());
    verifying(
        "port.post.doomed-via-received-copy",
        () -> assertThat(trace).dataOf("message").containsExactly("alive"));
  }

  /** It is recognized from a sender that had been received, too. */
  @Test
  @Verifies({"port.post.doomed-via-received-copy", "port.post.doomed-no-throw"})
  void aReceivedSenderMayListItsTarget(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port received = window.port("received");
    window.run(() -> {
      channel.port1().onmessage(Event::record);
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(received);
        event.port(0).postMessage("alive");
      });
      carrier.port1().postMessage("port", transferring(channel.port2()));
    });
    world.settle();

    window.attempt("doomed", () -> received.postMessage("doomed", transferring(channel.port1())));

    Trace trace = world.settle();
    verifying("port.post.doomed-no-throw", () -> assertThat(trace.outcome("doomed")).returned());
    verifying(
        "port.post.doomed-via-received-copy",
        () -> assertThat(trace).dataOf("message").containsExactly("alive"));
  }
}
