package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A MessageChannel cannot be sent: HTML, its interface is neither serializable nor transferable. */
class ChannelNotCloneableTest {

  /** Posting a channel as the message is refused, and nothing is sent. */
  @Test
  @Verifies("channel.not-cloneable")
  void aChannelIsNoMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel posted = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("rejected", () -> channel.port1().postMessage(posted));
      channel.port1().postMessage("kept");
    });

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("kept");
  }

  /** Nor can a channel be a part of a message. */
  @Test
  @Verifies("channel.not-cloneable")
  void aChannelIsNoPartOfAMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel posted = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("rejected", () -> channel.port1().postMessage(object().with("channel", posted)));
      channel.port1().postMessage("kept");
    });

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("kept");
  }

  /** Listing a channel for transfer is refused, and its ports still work. */
  @Test
  @Verifies("channel.not-cloneable")
  void aChannelCannotBeTransferred(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("carrier", Event::record));
      listed.port2().onmessage(reaction("listed", Event::record));
      attempt("rejected", () -> channel.port1().postMessage("lost", transferring(listed)));
      channel.port1().postMessage("kept");
      listed.port1().postMessage("works");
    });

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().by("carrier")).dataOf("message").containsExactly("kept");
    assertThat(world.settle().by("listed")).dataOf("message").containsExactly("works");
  }

  /** Listing it does not make a channel fit for the message either. */
  @Test
  @Verifies("channel.not-cloneable")
  void aListedChannelIsNoMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel posted = window.newChannel();

    window.attempt("rejected", () -> channel.port1().postMessage(posted, transferring(posted)));

    assertThat(world.settle().outcome("rejected")).threw(DATA_CLONE_ERROR);
  }
}
