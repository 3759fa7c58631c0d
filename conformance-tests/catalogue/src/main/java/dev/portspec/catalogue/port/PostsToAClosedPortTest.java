package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What the partner of a closed port sends: HTML, message port post message steps, step 6. */
class PostsToAClosedPortTest {

  /** What the partner posts after close() is not delivered, whichever task it comes from. */
  @Test
  @Verifies("port.close.in-transit-from-peer-dropped")
  void whatThePartnerPostsAfterCloseIsDropped(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("closed", Event::record));
      control.port2().onmessage(reaction("control", Event::record));
      channel.port1().postMessage("before");
    });
    world.settle();
    window.run(() -> {
      channel.port2().close();
      channel.port1().postMessage("same task");
    });
    world.settle();
    channel.port1().postMessage("later task");
    control.port1().postMessage("marker");

    assertThat(world.settle().by("closed")).dataOf("message").containsExactly("before");
    assertThat(world.settle().by("control")).dataOf("message").containsExactly("marker");
  }

  /** A port that closes itself in a handler hears nothing of what the partner posts from then on. */
  @Test
  @Verifies("port.close.in-transit-from-peer-dropped")
  void whatThePartnerPostsAfterCloseInAHandlerIsDropped(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      control.port2().onmessage(reaction("control", Event::record));
      channel.port2().onmessage(reaction("closed", event -> {
        event.record();
        channel.port2().close();
        channel.port1().postMessage("late");
        control.port1().postMessage("marker");
      }, Event::record));
      channel.port1().postMessage("first");
    });

    assertThat(world.settle().by("closed")).dataOf("message").containsExactly("first");
    assertThat(world.settle().by("control")).dataOf("message").containsExactly("marker");
  }

  /** A port that was closed and is started then hears nothing of what was posted in between. */
  @Test
  @Verifies("port.close.in-transit-from-peer-dropped")
  void aClosedPortThatIsStartedHearsNothingNew(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      control.port2().onmessage(reaction("control", Event::record));
      channel.port2().close();
      channel.port1().postMessage("late");
      channel.port2().onmessage(reaction("closed", Event::record).neverCalled());
      control.port1().postMessage("marker");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("marker");
  }

  /** When one end is closed, what the other sends from its new home is dropped. */
  @Test
  @Verifies("port.close.transferred-peer")
  void closingOneEndCutsOffAMovedPartner(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port1().onmessage(reaction("closed", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        event.port(0).postMessage("before");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      channel.port1().close();
      attempt("post", () -> moved.postMessage("late"));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("before");
  }

  /** When a moved end is closed, what the other sends is dropped. */
  @Test
  @Verifies("port.close.transferred-peer")
  void closingAMovedEndCutsOffItsPartner(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        event.port(0).onmessage(reaction("moved", Event::record));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port1().postMessage("before");
    });
    world.settle();
    window.run(() -> {
      moved.close();
      attempt("post", () -> channel.port1().postMessage("late"));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("before");
  }
}
