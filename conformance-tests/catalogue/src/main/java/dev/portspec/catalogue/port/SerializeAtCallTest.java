package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Messages are copies, made during the call: HTML, "message port post message steps", step 5 and its task. */
class SerializeAtCallTest {

  /** What happens to an object after it was posted is not seen by the receiver. */
  @Test
  @Verifies("port.post.serialize-synchronously")
  void aLaterChangeIsNotSeen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value message = window.keep(object().with("kept", "before").with("deleted", "before"));
      channel.port1().postMessage(message);
      message.set("kept", "after");
      message.delete("deleted");
      message.set("added", "after");
    });

    assertThat(world.settle())
        .dataOf("message")
        .containsExactly(object().with("kept", "before").with("deleted", "before"));
  }

  /** A change deep inside the message is not seen either. */
  @Test
  @Verifies("port.post.serialize-synchronously")
  void aLaterChangeOfANestedObjectIsNotSeen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value inner = window.keep(object().with("a", "before"));
      channel.port1().postMessage(list(inner));
      inner.set("a", "after");
    });

    assertThat(world.settle()).dataOf("message").containsExactly(list(object().with("a", "before")));
  }

  /** A change between two posts of one object is in the second message only. */
  @Test
  @Verifies("port.post.serialize-synchronously")
  void eachPostSeesTheObjectAsItIsThen(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value message = window.keep(object().with("a", "first"));
      channel.port1().postMessage(message);
      message.set("a", "second");
      channel.port1().postMessage(message);
      message.set("a", "third");
    });

    assertThat(world.settle())
        .dataOf("message")
        .containsExactly(object().with("a", "first"), object().with("a", "second"));
  }

  /** Posting one object twice gives two objects, neither of them the original. */
  @Test
  @Verifies("port.post.data-fresh")
  void everyMessageIsACloneOfItsOwn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> observe("received", event.data()));
      Value message = window.keep(object().with("a", object().with("b", "c")));
      observe("sent", message);
      channel.port1().postMessage(message);
      channel.port1().postMessage(message);
    });

    assertThat(world.settle().observed("received", 0)).isCloneOf(world.settle().observed("sent"));
    assertThat(world.settle().observed("received", 1)).isCloneOf(world.settle().observed("sent"));
    assertThat(world.settle().observed("received", 1)).isCloneOf(world.settle().observed("received", 0));
  }

  /** What a receiver does to its copy reaches neither the sender's object nor the next copy. */
  @Test
  @Verifies("port.post.data-fresh")
  void aChangeOfTheReceivedObjectStaysThere(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Value message = window.keep(object().with("a", "sent"));

    window.run(() -> {
      channel.port2().onmessage(event -> {
        observe("received", event.data());
        event.data().set("a", "changed");
      });
      channel.port1().postMessage(message);
      channel.port1().postMessage(message);
    });

    assertThat(world.settle().observed("received", 0)).isEqualTo(object().with("a", "sent"));
    assertThat(world.settle().observed("received", 1)).isEqualTo(object().with("a", "sent"));
    assertThat(message).isEqualTo(object().with("a", "sent"));
  }
}
