package dev.portspec.catalogue.pc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.visitor;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.PortCollectionHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.Watched;
import dev.portspec.harness.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A collection keeps none of its ports alive: Web Messaging, ports and garbage collection. Each check compares ports that
 * are in a collection with others that went through the same and are in none.
 */
class WeakCollectionTest {
  /** So many of each: one may be kept by accident, by a machine that takes a number for a reference. */
  private static final int MANY = 8;

  /** Ports that were added and not used. */
  @Test
  @Verifies("pc.weak")
  void aCollectionDoesNotKeepItsPorts(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();

    dropChannels(window, inside, channel -> collection.add(channel.port1()));
    dropChannels(window, outside, channel -> {});

    assertThat(inside).areNotKeptUnlike(outside);
  }

  /** Both ports of a channel. */
  @Test
  @Verifies("pc.weak")
  void aCollectionDoesNotKeepChannels(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();

    dropChannels(window, inside, channel -> {
      collection.add(channel.port1());
      collection.add(channel.port2());
    });
    dropChannels(window, outside, channel -> {});

    assertThat(inside).areNotKeptUnlike(outside);
  }

  /** Ports that were visited. */
  @Test
  @Verifies("pc.weak")
  void iterateDoesNotKeepThePorts(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();

    window.run(() -> {
      for (int i = 0; i < MANY; i++) {
        drop(window, inside, channel -> collection.add(channel.port1()));
        drop(window, outside, channel -> {});
      }
      collection.iterate(visitor("each", port -> {}).called(MANY));
    });

    assertThat(inside).areNotKeptUnlike(outside);
  }

  /** Ports that were added again, removed, and added once more. */
  @Test
  @Verifies("pc.weak")
  void addingAgainDoesNotKeepAPort(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();

    dropChannels(window, inside, channel -> {
      collection.add(channel.port1());
      collection.add(channel.port1());
      collection.remove(channel.port1());
      collection.add(channel.port1());
    });
    dropChannels(window, outside, channel -> {});

    assertThat(inside).areNotKeptUnlike(outside);
  }

  /** Ports that are in two collections. */
  @Test
  @Verifies("pc.weak")
  void severalCollectionsDoNotKeepAPort(World world) {
    Realm window = world.window();
    PortCollectionHandle one = window.newPortCollection();
    PortCollectionHandle other = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();

    dropChannels(window, inside, channel -> {
      one.add(channel.port1());
      other.add(channel.port1());
    });
    dropChannels(window, outside, channel -> {});

    assertThat(inside).areNotKeptUnlike(outside);
  }

  /** Ports that sent a message, which was handled, and were closed. */
  @Test
  @Verifies("pc.weak")
  void aClosedPortIsNotKept(World world) {
    Realm window = world.window();
    PortCollectionHandle collection = window.newPortCollection();
    Watched inside = window.newWatched();
    Watched outside = window.newWatched();
    Consumer<Channel> used = channel -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("sent");
      channel.port1().close();
    };

    for (int i = 0; i < MANY; i++) {
      window.run(() -> drop(window, inside, used.andThen(channel -> collection.add(channel.port1()))));
      world.settle();
      window.run(() -> drop(window, outside, used));
      world.settle();
    }

    assertThat(world.settle()).dataOf("message").hasSize(2 * MANY);
    assertThat(inside).areNotKeptUnlike(outside);
  }

  private static void dropChannels(Realm window, Watched watched, Consumer<Channel> use) {
    window.run(() -> {
      for (int i = 0; i < MANY; i++) {
        drop(window, watched, use);
      }
    });
  }

  private static void drop(Realm window, Watched watched, Consumer<Channel> use) {
    Channel channel = window.newChannel();
    use.accept(channel);
    watched.add(channel.port1());
    window.forget(channel);
  }
}
