package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of ports that were never shipped, in whatever order they are served: "unshipped port message queue". */
class UnshippedQueueTest {

  /** A disabled port that holds the oldest messages of the loop does not keep other ports from receiving theirs. */
  @Test
  @Verifies("port.unshipped.only-enabled")
  void aDisabledPortDoesNotHoldUpOthers(World world) {
    Realm window = world.window();
    Channel disabled = window.newChannel();
    Channel enabled = window.newChannel();
    window.run(() -> {
      enabled.port2().onmessage(reaction("enabled", Event::record));
      disabled.port1().postMessage("oldest");
      enabled.port1().postMessage("a");
      disabled.port1().postMessage("between");
      enabled.port1().postMessage("b");
    });
    assertThat(world.settle().by("enabled")).dataOf("message").containsExactly("a", "b");

    disabled.port2().onmessage(reaction("disabled", Event::record));

    assertThat(world.settle().by("disabled")).dataOf("message").containsExactly("oldest", "between");
  }

  /** The disabled end of a channel holds up the enabled one as little. */
  @Test
  @Verifies("port.unshipped.only-enabled")
  void theDisabledEndDoesNotHoldUpTheOther(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port2().onmessage(reaction("enabled", Event::record));
      channel.port2().postMessage("waits");
      channel.port1().postMessage("passes");
    });
    assertThat(world.settle().by("enabled")).dataOf("message").containsExactly("passes");

    channel.port1().onmessage(reaction("disabled", Event::record));

    assertThat(world.settle().by("disabled")).dataOf("message").containsExactly("waits");
  }

  /** With several ports in use, each message is dispatched once, at its own port. */
  @Test
  @Verifies("port.unshipped.not-twice")
  void messagesOfSeveralPortsAreDispatchedOnce(World world) {
    Realm window = world.window();
    List<Channel> channels = List.of(window.newChannel(), window.newChannel(), window.newChannel());

    window.run(() -> {
      for (int i = 0; i < 3; i++) {
        channels.get(i).port2().onmessage(reaction("port " + i, Event::record));
      }
      for (String message : List.of("a", "b")) {
        channels.forEach(channel -> channel.port1().postMessage(message));
      }
    });

    for (int i = 0; i < 3; i++) {
      assertThat(world.settle().by("port " + i)).dataOf("message").containsExactly("a", "b");
    }
  }

  /** Messages that waited while others were dispatched are dispatched once as well. */
  @Test
  @Verifies("port.unshipped.not-twice")
  void messagesThatWaitedAreDispatchedOnce(World world) {
    Realm window = world.window();
    Channel early = window.newChannel();
    Channel late = window.newChannel();
    window.run(() -> {
      early.port2().onmessage(reaction("early", Event::record));
      late.port1().postMessage("l1");
      early.port1().postMessage("e1");
      late.port1().postMessage("l2");
    });
    world.settle();

    window.run(() -> {
      early.port1().postMessage("e2");
      late.port2().onmessage(reaction("late", Event::record));
      late.port1().postMessage("l3");
    });

    assertThat(world.settle().by("early")).dataOf("message").containsExactly("e1", "e2");
    assertThat(world.settle().by("late")).dataOf("message").containsExactly("l1", "l2", "l3");
  }

  /** Once a port of a channel was moved, each port still receives its own messages in order. */
  @Test
  @Verifies("port.shipped.first-class")
  void aShippedPortKeepsItsOwnOrder(World world) {
    Realm window = world.window();
    Channel moved = window.newChannel();
    Channel plain = window.newChannel();
    Channel carrier = window.newChannel();
    window.run(() -> {
      moved.port1().onmessage(reaction("partner", Event::record));
      plain.port2().onmessage(reaction("plain", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("moved", Event::record));
        event.port(0).postMessage("back 1");
        event.port(0).postMessage("back 2");
      });
      carrier.port1().postMessage("a port", transferring(moved.port2()));
    });
    world.settle();

    window.run(() -> {
      for (String number : List.of("1", "2", "3")) {
        moved.port1().postMessage("moved " + number);
        plain.port1().postMessage("plain " + number);
      }
    });

    assertThat(world.settle().by("moved")).dataOf("message").containsExactly("moved 1", "moved 2", "moved 3");
    assertThat(world.settle().by("plain")).dataOf("message").containsExactly("plain 1", "plain 2", "plain 3");
    assertThat(world.settle().by("partner")).dataOf("message").containsExactly("back 1", "back 2");
  }
}
