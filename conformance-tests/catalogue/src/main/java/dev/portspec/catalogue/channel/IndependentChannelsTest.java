package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels do not know of each other: HTML, "Message channels". */
class IndependentChannelsTest {

  /** With many channels in use at the same time, each message arrives at the partner of its sender and nowhere else. */
  @Test
  @Verifies("channel.ctor.independent")
  void manyChannelsDoNotExchangeMessages(World world) {
    Realm window = world.window();
    int count = 16;

    window.run(() -> {
      List<Channel> channels = IntStream.range(0, count).mapToObj(i -> window.newChannel()).toList();
      for (int i = 0; i < count; i++) {
        channels.get(i).port1().onmessage(reaction("port1 of " + i, Event::record));
        channels.get(i).port2().onmessage(reaction("port2 of " + i, Event::record));
      }
      for (int i = 0; i < count; i++) {
        channels.get(i).port1().postMessage("forth " + i);
        channels.get(i).port2().postMessage("back " + i);
      }
    });

    for (int i = 0; i < count; i++) {
      assertThat(world.settle().by("port2 of " + i)).dataOf("message").containsExactly("forth " + i);
      assertThat(world.settle().by("port1 of " + i)).dataOf("message").containsExactly("back " + i);
    }
  }

  /** A channel keeps working when another one is closed. */
  @Test
  @Verifies("channel.ctor.independent")
  void closingOneChannelLeavesTheOtherAlone(World world) {
    Realm window = world.window();
    Channel closed = window.newChannel();
    Channel open = window.newChannel();

    window.run(() -> {
      open.port2().onmessage(Event::record);
      closed.port2().onmessage(reaction("closed", Event::record).neverCalled());
      closed.port1().close();
      closed.port1().postMessage("into the void");
      open.port1().postMessage("still there");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("still there");
  }

  /** Messages that wait at the ports of one channel do not show up in another that is made later. */
  @Test
  @Verifies("channel.ctor.independent")
  void aNewChannelHasNothingOfAnOlderOne(World world) {
    Realm window = world.window();
    Channel older = window.newChannel();
    older.port1().postMessage("of the older");

    window.run(() -> {
      Channel newer = window.newChannel();
      newer.port2().onmessage(reaction("newer", Event::record));
      newer.port1().postMessage("of the newer");
    });
    world.settle();
    older.port2().onmessage(reaction("older", Event::record));

    assertThat(world.settle().by("newer")).dataOf("message").containsExactly("of the newer");
    assertThat(world.settle().by("older")).dataOf("message").containsExactly("of the older");
  }
}
