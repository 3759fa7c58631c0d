package dev.portspec.catalogue.loop;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** One task at a time: HTML, the event loop's processing model. That no two overlap is observed by the harness. */
class TaskToCompletionTest {

  /** A handler does not run beside the script that posts to it, on whatever thread. */
  @Test
  @Verifies("loop.task-to-completion")
  void noHandlerRunsBesideTheScriptThatPosts(World world) {
    Channel channel = world.window().newChannel();
    channel.port2().onmessage(Event::record);

    channel.port1().postMessage("m");

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** A handler has ended before the answer to what it posts is handled. */
  @Test
  @Verifies("loop.task-to-completion")
  void aHandlerEndsBeforeItsMessageIsAnswered(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("answered", event -> {
        mark("begin");
        channel.port1().postMessage("thanks");
        mark("end");
      }));
      channel.port2().onmessage(reaction("asked",
          event -> channel.port2().postMessage("answer"),
          event -> mark("thanked")));
      channel.port1().postMessage("question");
    });

    assertThat(world.settle()).marks("asked", "answered", "begin", "end", "asked", "thanked");
  }
}
