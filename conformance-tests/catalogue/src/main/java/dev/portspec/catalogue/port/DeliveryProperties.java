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
import java.util.function.Consumer;

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

  /** Every message that is posted to a port arrives exactly once and in order, once the port is started. */
  @ConformanceProperty
  @Verifies({"port.queue.fifo", "port.queue.disabled-retains", "port.delivery.exactly-once"})
  void everyMessageArrivesOnceAndInOrder(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Scenario scenario = new Scenario(channel);
    tasks(draw.listOf(MOST_STEPS, Step::drawn)).forEach(task -> window.run(() -> task.forEach(scenario::perform)));

    verifying("port.queue.fifo", () -> {
      assertThat(world.settle().by("at port 1").dataOf("message")).containsExactly(scenario.due1().toArray());
      assertThat(world.settle().by("at port 2").dataOf("message")).containsExactly(scenario.due2().toArray());
    });
    verifying("port.queue.disabled-retains", () ->
        assertThat(world.settle()).dataOf("message").containsExactlyInAnyOrder(scenario.due().toArray()));
    verifying("port.delivery.exactly-once", () -> {
      assertThat(world.settle()).called("at port 1", scenario.due1().size());
      assertThat(world.settle()).called("at port 2", scenario.due2().size());
    });
  }

  /** Whatever is posted, a port that nobody starts dispatches nothing, though it has a listener. */
  @ConformanceProperty
  @Verifies("port.queue.initially-disabled")
  void nothingArrivesBeforeTheStart(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port silent = channel.port2();
    silent.addEventListener("message", reaction("silent", Event::record));
    channel.port1().onmessage(reaction("marker", Event::record));

    List<List<Step>> tasks = tasks(draw.listOf(MOST_STEPS, Step::drawn));
    tasks.forEach(task -> window.run(() -> task.forEach(step -> channel.port1().postMessage("kept"))));
    silent.postMessage("the last one");

    assertThat(world.settle()).called("silent", 0);
    assertThat(world.settle().by("marker").dataOf("message")).containsExactly("the last one");
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

  /** What has been done so far, and what is due at which port: nothing at one that was never started. */
  private static final class Scenario {
    private final Channel channel;
    private final Consumer<Event> at1 = reaction("at port 1", Event::record);
    private final Consumer<Event> at2 = reaction("at port 2", Event::record);
    private final List<String> to1 = new ArrayList<>();
    private final List<String> to2 = new ArrayList<>();
    private boolean started1;
    private boolean started2;

    Scenario(Channel channel) {
      this.channel = channel;
    }

    void perform(Step step) {
      Port port = step.onPort1() ? channel.port1() : channel.port2();
      if (step.kind() == Kind.START) {
        port.addEventListener("message", step.onPort1() ? at1 : at2);
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

    List<String> due1() {
      return started1 ? to1 : List.of();
    }

    List<String> due2() {
      return started2 ? to2 : List.of();
    }

    List<String> due() {
      List<String> all = new ArrayList<>(due1());
      all.addAll(due2());
      return all;
    }
  }
}
