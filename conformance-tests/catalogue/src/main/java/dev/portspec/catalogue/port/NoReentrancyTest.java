package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A task runs to its end before the next: HTML, "event loop processing model". */
class NoReentrancyTest {

  /** A reply is dispatched only when the handler that posted it has returned. */
  @Test
  @Verifies("port.delivery.no-reentrancy")
  void aReplyWaitsForTheHandlerThatPostedIt(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("reply", event -> {}));
      channel.port2().onmessage(event -> {
        mark("enter");
        channel.port2().postMessage("reply");
        mark("leave");
      });
      channel.port1().postMessage("question");
    });

    assertThat(world.settle()).marks("enter", "leave", "reply");
  }

  /** A handler that posts to its own port is left before it is entered again. */
  @Test
  @Verifies("port.delivery.no-reentrancy")
  void aHandlerIsNotEnteredWhileItRuns(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Consumer<Event> posting = event -> {
      mark("enter");
      channel.port1().postMessage("again");
      mark("leave");
    };

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", posting, posting, event -> mark("last")));
      channel.port1().postMessage("first");
    });

    assertThat(world.settle()).marks("enter", "leave", "enter", "leave", "last");
  }

  /** A message posted by the first of two listeners waits for the second. */
  @Test
  @Verifies("port.delivery.no-reentrancy")
  void aPostOfOneListenerWaitsForTheNext(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("reply", event -> {}));
      channel.port2().addEventListener("message", reaction("first", event -> channel.port2().postMessage("reply")));
      channel.port2().addEventListener("message", reaction("second", event -> {}));
      channel.port2().start();
      channel.port1().postMessage("question");
    });

    assertThat(world.settle()).marks("first", "second", "reply");
  }

  /** A message that is already queued elsewhere is not dispatched while a handler posts, starts and closes. */
  @Test
  @Verifies("port.delivery.no-reentrancy")
  void nothingElseRunsInsideAHandler(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();
    Channel closed = window.newChannel();

    window.run(() -> {
      other.port1().postMessage("waits");
      channel.port2().onmessage(event -> {
        mark("enter");
        other.port2().addEventListener("message", reaction("other", later -> {}));
        other.port2().start();
        closed.port1().postMessage("unseen");
        closed.port1().close();
        mark("leave");
      });
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("enter", "leave", "other");
  }

  /** The microtasks of a handler belong to its task: a reply waits for them. */
  @Test
  @Verifies("port.delivery.no-reentrancy")
  void aReplyWaitsForTheMicrotasksOfTheHandler(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("reply", event -> {}));
      channel.port2().onmessage(event -> {
        mark("enter");
        channel.port2().postMessage("reply");
        microtask("microtask");
      });
      channel.port1().postMessage("question");
    });

    assertThat(world.settle()).marks("enter", "microtask", "reply");
  }
}
