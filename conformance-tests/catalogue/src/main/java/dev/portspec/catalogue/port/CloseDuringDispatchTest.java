package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** close() during a dispatch, and events at closed ports: HTML, the close() method; DOM, dispatch. */
class CloseDuringDispatchTest {

  /** The first listener closes the port, and the others still hear of the message. */
  @Test
  @Verifies("port.close.current-dispatch-unaffected")
  void closingAPortInAListenerDoesNotStopTheOthers(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("L1", event -> {
        event.record();
        channel.port2().close();
      }));
      channel.port2().addEventListener("message", reaction("L2", Event::record));
      channel.port2().addEventListener("message", reaction("L3", Event::record));
      channel.port2().start();
      channel.port1().postMessage("only");
    });

    assertThat(world.settle()).marks("L1", "L2", "L3");
    assertThat(world.settle()).dataOf("message").containsExactly("only", "only", "only");
  }

  /** The same holds between a handler and a listener, whichever comes first. */
  @Test
  @Verifies("port.close.current-dispatch-unaffected")
  void closingAPortInItsHandlerDoesNotStopAListener(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        channel.port2().close();
        event.record();
      }));
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port1().postMessage("only");
    });

    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("only");
    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("only");
  }

  /** A listener that closes the partner stops nothing either. */
  @Test
  @Verifies("port.close.current-dispatch-unaffected")
  void closingThePartnerInAListenerDoesNotStopTheOthers(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("L1", event -> channel.port1().close()));
      channel.port2().addEventListener("message", reaction("L2", Event::record));
      channel.port2().start();
      channel.port1().postMessage("only");
    });

    assertThat(world.settle()).marks("L1", "L2");
    assertThat(world.settle()).dataOf("message").containsExactly("only");
  }

  /** A closed port still dispatches the events of scripts. */
  @Test
  @Verifies("port.close.events-still-dispatchable")
  void aClosedPortIsAnEventTargetStill(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("handler", Event::record));
      channel.port1().addEventListener("message", reaction("before", Event::record));
      channel.port1().close();
      channel.port1().addEventListener("message", reaction("after", Event::record));
      observe("result",
          channel.port1().dispatchEvent(window.newMessageEvent("message", object().with("data", "synthetic"))));
    });

    assertThat(world.settle().observed("result")).isEqualTo(true);
    assertThat(world.settle()).marks("handler", "before", "after");
    assertThat(world.settle()).dataOf("message").containsExactly("synthetic", "synthetic", "synthetic");
  }

  /** A closed port dispatches the events of scripts in later tasks too, of any type. */
  @Test
  @Verifies("port.close.events-still-dispatchable")
  void aClosedPortIsAnEventTargetInLaterTasks(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("custom", reaction("listener", Event::record));
      channel.port1().close();
    });
    world.settle();
    window.run(() -> channel.port1().dispatchEvent(window.newEvent("custom", object())));

    assertThat(world.settle().event("listener")).has(attribute("type", "custom"), attribute("isTrusted", false));
  }

  /** One of several listeners closes the partner while both queues hold messages: the others hear all that was sent. */
  @Test
  @Verifies({"port.close.current-dispatch-unaffected", "port.close.sent-messages-survive"})
  void closingThePartnerWithBothQueuesFullStopsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("L1", Event::record));
      channel.port2().addEventListener("message", reaction("closing", event -> channel.port1().close()).called(3));
      channel.port2().addEventListener("message", reaction("L3", Event::record));
      channel.port2().start();
      for (int i = 1; i <= 3; i++) {
        channel.port1().postMessage("to 2, " + i);
        channel.port2().postMessage("to 1, " + i);
      }
    });

    verifying("port.close.current-dispatch-unaffected",
        () -> assertThat(world.settle()).marks("L1", "L3", "L1", "L3", "L1", "L3"));
    verifying("port.close.sent-messages-survive", () -> {
      assertThat(world.settle().by("L1")).dataOf("message").containsExactly("to 2, 1", "to 2, 2", "to 2, 3");
      assertThat(world.settle().by("L3")).dataOf("message").containsExactly("to 2, 1", "to 2, 2", "to 2, 3");
    });
  }
}
