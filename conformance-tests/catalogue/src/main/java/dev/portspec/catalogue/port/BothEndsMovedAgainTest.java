package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Both ends of a channel on the move, more than once: HTML, receiving steps of MessagePort, step 3, and gap 5. */
class BothEndsMovedAgainTest {

  /** The end that left last may arrive first. */
  @Test
  @Verifies("port.recv.both-ends-two-messages")
  void theEndThatLeftLastMayArriveFirst(World world) {
    Realm window = world.window();
    Channel left = window.newChannel();
    Channel right = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().postMessage("to 1, queued");
      channel.port1().postMessage("to 2, queued");
      left.port1().postMessage("one", transferring(channel.port1()));
      right.port1().postMessage("the other", transferring(channel.port2()));
    });
    world.settle();
    right.port2().onmessage(event -> {
      event.port(0).onmessage(reaction("end 2", Event::record));
      event.port(0).postMessage("to 1");
    });
    world.settle();
    left.port2().onmessage(event -> {
      event.port(0).onmessage(reaction("end 1", Event::record));
      event.port(0).postMessage("to 2");
    });

    assertThat(world.settle().by("end 1")).dataOf("message").containsExactly("to 1, queued", "to 1");
    assertThat(world.settle().by("end 2")).dataOf("message").containsExactly("to 2, queued", "to 2");
  }

  /** Both ends may move a second time while they are at it. */
  @Test
  @Verifies("port.recv.both-ends-two-messages")
  void bothEndsMayMoveTwice(World world) {
    Realm window = world.window();
    Channel left = window.newChannel();
    Channel right = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("to 2, before");
      channel.port2().postMessage("to 1, before");
      left.port2().onmessage(reaction("left", onward(left, "to 2, between"), event -> {
        event.port(0).onmessage(reaction("end 1", Event::record));
        event.port(0).postMessage("to 2, after");
      }));
      right.port2().onmessage(reaction("right", onward(right, "to 1, between"), event -> {
        event.port(0).onmessage(reaction("end 2", Event::record));
        event.port(0).postMessage("to 1, after");
      }));
      left.port1().postMessage("one", transferring(channel.port1()));
      right.port1().postMessage("the other", transferring(channel.port2()));
    });

    assertThat(world.settle().by("end 1")).dataOf("message")
        .containsExactly("to 1, before", "to 1, between", "to 1, after");
    assertThat(world.settle().by("end 2")).dataOf("message")
        .containsExactly("to 2, before", "to 2, between", "to 2, after");
  }

  private static Consumer<Event> onward(Channel carrier, String message) {
    return event -> {
      event.port(0).postMessage(message);
      carrier.port1().postMessage("onward", transferring(event.port(0)));
    };
  }

  /** Two ends that came together may part again, one of them moving on. */
  @Test
  @Verifies({"port.recv.both-ends-one-list", "port.recv.multi-hop"})
  void endsThatCameTogetherMayPart(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel other = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("end 1", Event::record));
        event.port(0).postMessage("to 2, early");
        other.port1().postMessage("onward", transferring(event.port(1)));
        event.port(0).postMessage("to 2, in flight");
      });
      other.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("end 2", Event::record));
        event.port(0).postMessage("to 1");
      });
      carrier.port1().postMessage("both", transferring(channel.port1(), channel.port2()));
    });

    verifying("port.recv.both-ends-one-list",
        () -> assertThat(world.settle().by("end 1")).dataOf("message").containsExactly("to 1"));
    verifying("port.recv.multi-hop", () -> assertThat(world.settle().by("end 2")).dataOf("message")
        .containsExactly("to 2, early", "to 2, in flight"));
  }
}
