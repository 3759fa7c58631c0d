package dev.portspec.harness.run;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.World;
import dev.portspec.harness.backend.Backend;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first thing that a run does: five checks of the adapter, each with a hint. */
final class Doctor {
  private record Question(String what, String hint, Check.Body body) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "a world opens",
              "openWorld() and window() must return, once for each check",
              world -> world.settle()),
          new Question(
              "a task runs",
              "execute(task) must queue the task on the realm's event loop, and the loop must run",
              Doctor::aTaskRuns),
          new Question(
              "a channel has two ports",
              "newMessageChannel() must return an object whose getPort1() and getPort2() are two ports, each time the"
                  + " same",
              Doctor::aChannelHasTwoPorts),
          new Question(
              "a message arrives",
              "a message posted on port 1 must reach the onmessage handler of port 2, in a later task",
              Doctor::aMessageArrives),
          new Question(
              "the world comes to rest, and the next one opens",
              "settle() must return once nothing is left to do, and close() must end the world",
              world -> world.settle()));

  private Doctor() {}

  /** What is wrong with the adapter, with a hint; null where nothing is. */
  static @Nullable String complaint(Backend backend, Duration arrival) {
    for (Question question : QUESTIONS) {
      CheckResult result = new Check("Doctor", List.of(), question.body()).run(backend, arrival);
      if (result.verdict() != Verdict.PASS) {
        return "the adapter does not work: %s? %s%n  hint: %s"
            .formatted(question.what(), result.message(), question.hint());
      }
    }
    return null;
  }

  private static void aTaskRuns(World world) {
    world.window().run(() -> mark("the task ran"));
    assertThat(world.settle().observed("the task ran")).isEqualTo(true);
  }

  private static void aChannelHasTwoPorts(World world) {
    Channel channel = world.window().newChannel();
    world.window()
        .run(
            () -> {
              observe("port 1", channel.port1());
              observe("port 1 again", channel.port1());
              observe("port 2", channel.port2());
            });
    assertThat(world.settle().observed("port 1 again")).isSameAs(world.settle().observed("port 1"));
    assertThat(world.settle().observed("port 2")).isNotSameAs(world.settle().observed("port 1"));
  }

  private static void aMessageArrives(World world) {
    Channel channel = world.window().newChannel();
    world.window()
        .run(
            () -> {
              channel.port2().onmessage(Event::record);
              channel.port1().postMessage("are you there?");
            });
    assertThat(world.settle()).dataOf("message").containsExactly("are you there?");
  }
}
