package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** close(): HTML, the close() method of MessagePort. */
class CloseTest {

  /** A second close() in the same task does nothing and throws nothing. */
  @Test
  @Verifies("port.close.idempotent")
  void closingTwiceInOneTaskIsHarmless(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().close();
      attempt("again", () -> channel.port1().close());
      attempt("the other end", () -> channel.port2().close());
      attempt("the other end again", () -> channel.port2().close());
    });

    assertThat(world.settle().outcome("again")).returned();
    assertThat(world.settle().outcome("the other end")).returned();
    assertThat(world.settle().outcome("the other end again")).returned();
  }

  /** A second close() in a later task does nothing and throws nothing. */
  @Test
  @Verifies("port.close.idempotent")
  void closingAgainLaterIsHarmless(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    channel.port1().close();
    world.settle();
    window.attempt("later", () -> channel.port1().close());

    assertThat(world.settle().outcome("later")).returned();
  }

  /** close() returns nothing, whether there is a partner to part from or not. */
  @Test
  @Verifies("port.close.returns-undefined")
  void closeReturnsUndefined(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("first", () -> channel.port1().close());
    window.attempt("second", () -> channel.port2().close());

    assertThat(world.settle().outcome("first")).returned(undefined());
    assertThat(world.settle().outcome("second")).returned(undefined());
  }

  /** What either side posts after close() is delivered to neither, though it was before. */
  @Test
  @Verifies("port.close.disentangles")
  void afterCloseNeitherSideReachesTheOther(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel control = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("at 1", Event::record));
      channel.port2().onmessage(reaction("at 2", Event::record));
      control.port2().onmessage(reaction("control", Event::record));
      channel.port1().postMessage("to 2, open");
      channel.port2().postMessage("to 1, open");
    });
    world.settle();
    window.run(() -> {
      channel.port1().close();
      channel.port1().postMessage("to 2, closed");
      channel.port2().postMessage("to 1, closed");
      control.port1().postMessage("marker");
    });

    assertThat(world.settle().by("at 1")).dataOf("message").containsExactly("to 1, open");
    assertThat(world.settle().by("at 2")).dataOf("message").containsExactly("to 2, open");
    assertThat(world.settle().by("control")).dataOf("message").containsExactly("marker");
  }

  /** Closing one channel leaves the others alone. */
  @Test
  @Verifies("port.close.disentangles")
  void closingAPortSeparatesItsOwnChannelOnly(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("closed", Event::record).neverCalled());
      other.port1().onmessage(reaction("at 1", Event::record));
      other.port2().onmessage(reaction("at 2", Event::record));
      channel.port1().close();
      channel.port1().postMessage("to nobody");
      other.port1().postMessage("to 2");
      other.port2().postMessage("to 1");
    });

    assertThat(world.settle().by("at 1")).dataOf("message").containsExactly("to 1");
    assertThat(world.settle().by("at 2")).dataOf("message").containsExactly("to 2");
  }
}
