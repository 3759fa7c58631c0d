package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What is moved is not left behind: HTML, receiving steps of MessagePort, step 2. */
class NothingStaysBehindTest {

  /** An old object that is started after the receipt has nothing left to dispatch; the new port has it all. */
  @Test
  @Verifies("port.recv.moves-queue")
  void theOldObjectHasNothingLeft(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    channel.port2().start();
    world.settle();
    moved.onmessage(reaction("new", Event::record));

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("one", "two");
  }

  /** It makes no difference that the handler of the new port has dispatched some of it by then. */
  @Test
  @Verifies("port.recv.moves-queue")
  void theOldObjectTakesNothingFromTheNewOne(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port1().postMessage("three");
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", message -> {
        message.record();
        channel.port2().onmessage(reaction("old", Event::record).neverCalled());
      }, Event::record)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("old", "new")).dataOf("message").containsExactly("one", "two", "three");
  }

  /** Taking a handler or a listener from the old object after the receipt takes no message from the new one. */
  @Test
  @Verifies({"port.xfer.original-keeps-object-state", "port.recv.moves-queue"})
  void takingReactionsFromTheOldObjectAfterTheReceiptLosesNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");
    Reaction shared = reaction("shared", Event::record);

    window.run(() -> {
      channel.port2().addEventListener("message", shared);
      channel.port1().postMessage("travelled");
      carrier.port2().onmessage(event -> event.port(0).keepAs(moved));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.run(() -> {
      moved.onmessage(shared);
      channel.port2().onmessage(shared);
      channel.port2().onmessage(null);
      channel.port2().removeEventListener("message", shared);
      channel.port2().dispatchEvent(window.newMessageEvent("message", object().with("data", "to nobody")));
    });
    channel.port1().postMessage("after");

    verifying("port.xfer.original-keeps-object-state",
        () -> assertThat(world.settle().by("shared")).dataOf("message").hasSize(2));
    verifying("port.recv.moves-queue",
        () -> assertThat(world.settle().by("shared")).dataOf("message").containsExactly("travelled", "after"));
  }
}
