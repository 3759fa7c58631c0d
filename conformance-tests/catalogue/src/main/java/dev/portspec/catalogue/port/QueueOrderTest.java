package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;
import static dev.portspec.harness.Vocabulary.task;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A port message queue is first-in first-out: HTML, "port message queue" and "queue a task". */
class QueueOrderTest {

  /** A thousand messages of one task arrive in the order of posting. */
  @Test
  @Verifies("port.queue.fifo")
  void aThousandMessagesArriveInOrder(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      repeat(1000, i -> channel.port1().postMessage(i));
    });

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(1000);
  }

  /** The order does not depend on what the messages say, how long they are, or whether they were there before. */
  @Test
  @Verifies("port.queue.fifo")
  void orderIsThatOfPostingWhateverIsPosted(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    String big = "z".repeat(100_000);

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("z");
      channel.port1().postMessage(big);
      channel.port1().postMessage("");
      channel.port1().postMessage("a");
      channel.port1().postMessage("z");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("z", big, "", "a", "z");
  }

  /** What a handler posts to its own port takes its place behind what was already queued. */
  @Test
  @Verifies("port.queue.fifo")
  void whatAHandlerPostsGoesToTheEnd(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(
          reaction("handler", event -> {
            event.record();
            channel.port1().postMessage("d");
          }, Event::record));
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().postMessage("c");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c", "d");
  }

  /** The order holds across the tasks of the sender, also where the receiver is at work in between. */
  @Test
  @Verifies("port.queue.fifo-multi-sender-task")
  void orderHoldsAcrossTasksOfTheSender(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port2().onmessage(Event::record);

    for (String task : List.of("a", "b", "c", "d")) {
      window.run(() -> {
        channel.port1().postMessage(task + 1);
        channel.port1().postMessage(task + 2);
      });
    }

    assertThat(world.settle()).dataOf("message").containsExactly("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2");
  }

  /** The order holds across tasks for a receiver that is disabled meanwhile. */
  @Test
  @Verifies("port.queue.fifo-multi-sender-task")
  void orderHoldsAcrossTasksForADisabledReceiver(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    for (String task : List.of("a", "b", "c", "d")) {
      window.run(() -> {
        channel.port1().postMessage(task + 1);
        channel.port1().postMessage(task + 2);
      });
    }

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2");
  }

  /** The order is that of the calls: of a script, then of its microtasks, then of a later task. */
  @Test
  @Verifies("port.queue.fifo-multi-sender-task")
  void orderIsThatOfTheCallsOfScriptMicrotaskAndTask(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      task("timer", () -> channel.port1().postMessage("of the timer"));
      microtask("microtask", () -> channel.port1().postMessage("of the microtask"));
      channel.port1().postMessage("of the script");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("of the script", "of the microtask", "of the timer");
  }
}
