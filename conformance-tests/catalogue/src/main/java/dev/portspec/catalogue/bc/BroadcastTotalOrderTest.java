package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** All messages of an agent's channels are in one order: HTML, BroadcastChannel's postMessage, step 9. */
class BroadcastTotalOrderTest {

  /** Posts of two channels are seen in the order of posting, by all receivers together. */
  @Test
  @Verifies("bc.post.total-order-per-agent")
  void postsOfTwoChannelsAreSeenInTheirOrder(World world) {
    Realm window = world.window();
    BroadcastHandle a = window.newBroadcastChannel("news");
    BroadcastHandle b = window.newBroadcastChannel("news");
    BroadcastHandle d = window.newBroadcastChannel("news");

    window.run(() -> {
      a.onmessage(reaction("a", Event::record));
      b.onmessage(reaction("b", Event::record));
      d.onmessage(reaction("d", Event::record));
      a.postMessage("1");
      d.postMessage("2");
      a.postMessage("3");
    });

    assertThat(world.settle()).marks("b", "d", "a", "b", "b", "d");
    assertThat(world.settle()).dataOf("message").containsExactly("1", "1", "2", "2", "3", "3");
  }

  /** It makes no difference that they are posted by several scripts. */
  @Test
  @Verifies("bc.post.total-order-per-agent")
  void postsOfSeveralScriptsAreSeenInTheirOrder(World world) {
    Realm window = world.window();
    BroadcastHandle a = window.newBroadcastChannel("news");
    BroadcastHandle b = window.newBroadcastChannel("news");
    BroadcastHandle d = window.newBroadcastChannel("news");

    window.run(() -> {
      b.onmessage(reaction("b", Event::record));
      d.onmessage(reaction("d", Event::record));
    });
    a.postMessage("1");
    b.postMessage("2");
    d.postMessage("3");
    a.postMessage("4");

    assertThat(world.settle()).marks("b", "d", "d", "b", "b", "d");
    assertThat(world.settle()).dataOf("message").containsExactly("1", "1", "2", "3", "4", "4");
  }

  /** The order holds across names. */
  @Test
  @Verifies("bc.post.total-order-per-agent")
  void postsOnSeveralNamesAreSeenInTheirOrder(World world) {
    Realm window = world.window();
    BroadcastHandle sport1 = window.newBroadcastChannel("sport");
    BroadcastHandle news1 = window.newBroadcastChannel("news");
    BroadcastHandle news2 = window.newBroadcastChannel("news");
    BroadcastHandle sport2 = window.newBroadcastChannel("sport");

    window.run(() -> {
      sport2.onmessage(Event::record);
      news2.onmessage(Event::record);
      news1.postMessage("news 1");
      sport1.postMessage("sport 2");
      news1.postMessage("news 3");
      sport1.postMessage("sport 4");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("news 1", "sport 2", "news 3", "sport 4");
  }

  /** An answer comes after what was posted before it, also to those that the first message has not reached yet. */
  @Test
  @Verifies("bc.post.total-order-per-agent")
  void anAnswerComesAfterWhatWasPostedBefore(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle answering = window.newBroadcastChannel("news");
    BroadcastHandle last = window.newBroadcastChannel("news");

    window.run(() -> {
      answering.onmessage(reaction("answering", event -> {
        event.record();
        answering.postMessage("answer");
      }, Event::record));
      last.onmessage(reaction("last", Event::record));
      sender.postMessage("1");
      sender.postMessage("2");
    });

    assertThat(world.settle().by("answering")).dataOf("message").containsExactly("1", "2");
    assertThat(world.settle().by("last")).dataOf("message").containsExactly("1", "2", "answer");
    assertThat(world.settle()).marks("answering", "last", "answering", "last", "last");
  }

  /** A long run keeps its order. */
  @Test
  @Verifies("bc.post.total-order-per-agent")
  void manyPostsKeepTheirOrder(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      repeat(200, sender::postMessage);
    });

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(200);
  }
}
