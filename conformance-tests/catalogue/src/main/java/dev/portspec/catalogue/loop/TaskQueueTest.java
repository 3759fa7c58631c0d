package dev.portspec.catalogue.loop;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of tasks of one source: HTML, the event loop's processing model, steps 1 and 2. */
class TaskQueueTest {

  /** A long run of messages of one port arrives first in, first out. */
  @Test
  @Verifies("loop.source-single-queue")
  void manyMessagesArriveInOrder(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(Event::record);
      repeat(300, i -> channel.port1().postMessage(i));
    });

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(300);
  }

  /** A shorter run needs no numbers. */
  @Test
  @Verifies("loop.source-single-queue")
  void someMessagesArriveInOrder(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(Event::record);
      for (int i = 0; i < 9; i++) {
        channel.port1().postMessage("m" + i);
      }
    });

    assertThat(world.settle()).dataOf("message")
        .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8");
  }

  /** The oldest message is taken first, whichever script posted it. */
  @Test
  @Verifies("loop.source-order")
  void theMessagesOfSeveralScriptsKeepTheirOrder(World world) {
    Channel channel = world.window().newChannel();
    channel.port2().onmessage(Event::record);

    for (String script : List.of("a", "b", "c", "d")) {
      world.window().run(() -> {
        channel.port1().postMessage(script + "1");
        channel.port1().postMessage(script + "2");
      });
    }

    assertThat(world.settle()).dataOf("message")
        .containsExactly("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2");
  }

  /** What a handler posts to its own port comes after what waits there. */
  @Test
  @Verifies("loop.source-order")
  void whatAHandlerPostsComesAfterWhatWaits(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        channel.port1().postMessage("from the handler");
      }, Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "from the handler");
  }

  /** A broadcast is a task of its channel's event loop: it is handled after the script that posted has ended. */
  @Test
  @Verifies("loop.queue-global-task")
  void aBroadcastIsATaskOfItsOwn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("tasks");
    BroadcastHandle receiver = window.newBroadcastChannel("tasks");

    window.run(() -> {
      receiver.onmessage(reaction("received", event -> {}));
      mark("begin");
      sender.postMessage("m");
      mark("end");
    });

    assertThat(world.settle()).marks("begin", "end", "received");
  }
}
