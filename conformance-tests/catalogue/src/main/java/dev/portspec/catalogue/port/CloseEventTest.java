package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Assertions.Attribute;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.EventView;
import org.junit.jupiter.api.Test;

/** The close event, where it is claimed: HTML, disentangle steps. Volatile text: outcomes are recorded. */
class CloseEventTest {

  /** Closing a port leads to a close event at its partner. */
  @Test
  @Verifies("port.close-event.fires-on-other")
  void closingAPortFiresCloseAtThePartner(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      channel.port1().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("fired", t -> assertThat(t).called("partner", 1)),
        outcome("absent", t -> assertThat(t).neverCalled("partner")));
  }

  /** The port that is closed gets no close event itself. */
  @Test
  @Verifies("port.close-event.not-on-initiator")
  void closingAPortFiresNothingAtItself(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("close", reaction("closed", event -> {}).mayBeCalled());
      channel.port1().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("silent", t -> assertThat(t).neverCalled("closed")),
        outcome("fired", t -> assertThat(t).called("closed", 1)));
  }

  /** The close event is a plain, trusted Event that neither bubbles nor can be cancelled. */
  @Test
  @Verifies("port.close-event.plain-event")
  void theCloseEventIsAPlainTrustedEvent(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("close", reaction("partner", Event::record));
      channel.port1().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("plain", t -> assertThat(t.event("partner")).has(PLAIN)),
        outcome("other", t -> requireOther(t.event("partner"))),
        outcome("absent", t -> assertThat(t).neverCalled("partner")));
  }

  private static final Attribute[] PLAIN = {
    attribute("interface", "Event"), attribute("isTrusted", true), attribute("bubbles", false),
    attribute("cancelable", false)
  };

  private static void requireOther(EventView event) {
    boolean plain = true;
    try {
      assertThat(event).has(PLAIN);
    } catch (AssertionError e) {
      plain = false;
    }
    if (plain) {
      throw new AssertionError("the event is plain");
    }
  }

  /** When the close event fires the ports are separated: what its handler posts reaches nobody. */
  @Test
  @Verifies("port.close-event.after-unlink")
  void theCloseEventComesAfterTheSeparation(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      channel.port2().addEventListener("close",
          reaction("partner", event -> channel.port2().postMessage("late")).mayBeCalled());
      channel.port1().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("separated", t -> {
          assertThat(t).called("partner", 1);
          assertThat(t).dataOf("message").isEmpty();
        }),
        outcome("linked", t -> assertThat(t).dataOf("message").containsExactly("late")),
        outcome("absent", t -> assertThat(t).neverCalled("partner")));
  }
}
