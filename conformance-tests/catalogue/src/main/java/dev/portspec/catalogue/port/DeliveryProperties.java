package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import java.util.ArrayList;
import java.util.List;

/** Whatever is posted on both ends, in however many tasks: HTML, "message ports". */
class DeliveryProperties {
  private static final int MOST_STEPS = 20;

  /** What one step of a scenario does to one of the two ports. */
  private enum Kind {
    POST,
    START,
    END_OF_TASK
  }

  private record Step(Kind kind, boolean onPort1) {
    static Step drawn(Draw draw) {
      return new Step(draw.oneOf(Kind.POST, Kind.POST, Kind.START, Kind.END_OF_TASK), draw.coin());
    }
  }

  /** A port that was started receives every message exactly once and in order; one that was not receives none. */
  @ConformanceProperty
  @Verifies({"port.queue.fifo", "port.queue.initially-disabled", "port.delivery.exactly-once"})
  void everyMessageArrivesOnceInOrderAndNoneBeforeTheStart(World world, @Generated Draw draw) {
    List<Step> steps = draw.listOf(MOST_STEPS, Step::drawn);
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().addEventListener("message", reaction("at port 1", Event::record));
      channel.port2().addEventListener("message", reaction("at port 2", Event::record));
    });

    Sent sent = new Sent();
    for (List<Step> task : tasks(steps)) {
      window.run(() -> task.forEach(step -> sent.perform(step, channel)));
    }

    verifying("port.queue.initially-disabled", () -> {
      assertThat(world.settle()).called("at port 1", sent.expectedAt1().size());
      assertThat(world.settle()).called("at port 2", sent.expectedAt2().size());
    });
    verifying("port.queue.fifo", () -> {
      assertThat(world.settle().by("at port 1").dataOf("message")).containsExactly(sent.expectedAt1().toArray());
      assertThat(world.settle().by("at port 2").dataOf("message")).containsExactly(sent.expectedAt2().toArray());
    });
    verifying("port.delivery.exactly-once", () ->
        assertThat(world.settle()).dataOf("message").containsExactlyInAnyOrder(sent.expected().toArray()));
  }

  private static List<List<Step>> tasks(List<Step> steps) {
    List<List<Step>> tasks = new ArrayList<>(List.of(new ArrayList<>()));
    for (Step step : steps) {
      if (step.kind() == Kind.END_OF_TASK) {
        tasks.add(new ArrayList<>());
      } else {
        tasks.get(tasks.size() - 1).add(step);
      }
    }
    tasks.removeIf(List::isEmpty);
    return tasks;
  }

  /** What has been posted so far, and who may receive it. */
  private static final class Sent {
    private final List<String> to1 = new ArrayList<>();
    private final List<String> to2 = new ArrayList<>();
    private boolean started1;
    private boolean started2;

    void perform(Step step, Channel channel) {
      Port port = step.onPort1() ? channel.port1() : channel.port2();
      if (step.kind() == Kind.START) {
        port.start();
        started1 |= step.onPort1();
        started2 |= !step.onPort1();
      } else {
        List<String> messages = step.onPort1() ? to2 : to1;
        String message = (step.onPort1() ? "to 2, number " : "to 1, number ") + messages.size();
        port.postMessage(message);
        messages.add(message);
      }
    }

    List<String> expectedAt1() {
      return started1 ? to1 : List.of();
    }

    List<String> expectedAt2() {
      return started2 ? to2 : List.of();
    }

    List<String> expected() {
      List<String> all = new ArrayList<>(expectedAt1());
      all.addAll(expectedAt2());
      return all;
    }
  }
}
