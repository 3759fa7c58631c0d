package dev.portspec.catalogue.port;

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

/** What arrives at a disabled port waits there: HTML, "port message queue". */
class DisabledQueueTest {

  /** start() delivers everything that was posted before, in order. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void startDeliversWhatWaited(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    List<String> sent = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
    window.run(() -> sent.forEach(channel.port1()::postMessage));
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port2().start();
    });

    assertThat(world.settle()).dataOf("message").containsExactly(sent.toArray());
  }

  /** Setting onmessage delivers everything that was posted before, in order. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void onmessageDeliversWhatWaited(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().postMessage("c");
    });
    world.settle();

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c");
  }

  /** Messages of several tasks wait together, however long. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void messagesOfSeveralTasksWaitTogether(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    for (String message : List.of("a", "b", "c")) {
      channel.port1().postMessage(message);
      world.settle();
    }

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b", "c");
  }

  /** What waited comes before what is posted once the port is started. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void whatWaitedComesBeforeWhatFollows(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    channel.port1().postMessage("waited");
    world.settle();

    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port1().postMessage("before start");
      channel.port2().start();
      channel.port1().postMessage("after start");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("waited", "before start", "after start");
  }

  /** Messages wait also for a port whose partner has been closed in the meantime. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void messagesOutliveTheirSender(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      channel.port1().close();
    });
    world.settle();

    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("a", "b");
  }

  /** Both ends can hold messages at once, and each gives out its own. */
  @Test
  @Verifies("port.queue.disabled-retains")
  void bothEndsHoldTheirOwn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> {
      channel.port1().postMessage("forth 1");
      channel.port2().postMessage("back 1");
      channel.port1().postMessage("forth 2");
      channel.port2().postMessage("back 2");
    });
    world.settle();

    window.run(() -> {
      channel.port1().onmessage(reaction("port1", Event::record));
      channel.port2().onmessage(reaction("port2", Event::record));
    });

    assertThat(world.settle().by("port1")).dataOf("message").containsExactly("back 1", "back 2");
    assertThat(world.settle().by("port2")).dataOf("message").containsExactly("forth 1", "forth 2");
  }
}
