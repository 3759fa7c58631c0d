package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Posts and close() on the object that was left behind: HTML, message port post message steps, and close(). */
class OldObjectPostsTest {

  /** Once its port was received, a post on the old object reaches nobody and throws nothing. */
  @Test
  @Verifies("port.xfer.original-post-after-receipt")
  void postsOnTheOldObjectReachNobody(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      carrier.port2().onmessage(event -> {
        attempt("post", () -> channel.port2().postMessage("from the old object"));
        event.port(0).postMessage("from the new object");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });
    world.settle();
    window.attempt("later post", () -> channel.port2().postMessage("from the old object, later"));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().outcome("later post")).returned();
    assertThat(world.settle()).dataOf("message").containsExactly("from the new object");
  }

  /** A post on the old object is serialized all the same: what cannot be cloned throws. */
  @Test
  @Verifies("port.xfer.original-post-after-receipt")
  void postsOnTheOldObjectAreSerialized(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(
          event -> attempt("post", () -> channel.port2().postMessage(uncloneable())));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }

  /** A post on the old object detaches what it lists, though it reaches nobody. */
  @Test
  @Verifies("port.xfer.original-post-after-receipt")
  void postsOnTheOldObjectTransferWhatTheyList(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();
    Channel unread = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        attempt("post", () -> channel.port2().postMessage("to nobody", transferring(other.port2())));
        attempt("again", () -> unread.port1().postMessage("refused", transferring(other.port2())));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
  }

  /** A post on the old object of a port in flight throws nothing; whether it is delivered is recorded. */
  @Test
  @Verifies("port.xfer.original-post-in-flight")
  void aPostInFlightIsDeliveredOrDropped(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      attempt("post", () -> channel.port2().postMessage("from the old object"));
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).postMessage("from the new object"));

    assertThat(world.settle().outcome("post")).returned();
    assertThat(world.settle()).showsOneOf(
        outcome("dropped", t -> assertThat(t).dataOf("message").containsExactly("from the new object")),
        outcome("delivered", t ->
            assertThat(t).dataOf("message").containsExactly("from the old object", "from the new object")));
  }
}
