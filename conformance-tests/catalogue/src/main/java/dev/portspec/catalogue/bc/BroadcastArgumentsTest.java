package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** postMessage takes a message and nothing else: HTML, the interface BroadcastChannel, and postMessage, step 3. */
class BroadcastArgumentsTest {

  /** A port needs a transfer list, and there is none. */
  @Test
  @Verifies("bc.post.no-transfer")
  void aPortCannotBePosted(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Channel channel = window.newChannel();

    window.run(() -> {
      receiver.onmessage(Event::record);
      attempt("port", () -> sender.postMessage(channel.port1()));
      sender.postMessage("next");
    });

    assertThat(world.settle().outcome("port")).threw(DATA_CLONE_ERROR, 25);
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }

  /** Nor can it as a part of a message; it stays as it was. */
  @Test
  @Verifies("bc.post.no-transfer")
  void aPortInAMessageIsRefusedAndStays(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Channel channel = window.newChannel();

    window.run(() -> {
      receiver.onmessage(reaction("receiver", event -> {}).neverCalled());
      attempt("part", () -> sender.postMessage(object().with("port", channel.port2())));
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("over the port");
    });

    assertThat(world.settle().outcome("part")).threw(DATA_CLONE_ERROR, 25);
    assertThat(world.settle()).dataOf("message").containsExactly("over the port");
  }

  /** A second argument is ignored: it transfers no port. */
  @Test
  @Verifies("bc.post.no-transfer")
  void aSecondArgumentTransfersNoPort(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      receiver.onmessage(Event::record);
      attempt("list", () -> sender.call("postMessage", "m", list(channel.port2())));
      attempt("options", () -> sender.call("postMessage", "n", object().with("transfer", list(channel.port2()))));
      attempt("listed and sent", () -> sender.call("postMessage", channel.port2(), list(channel.port2())));
      attempt("no list", () -> sender.call("postMessage", "o", 7));
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("over the port");
    });

    assertThat(world.settle().outcome("list")).returned(undefined());
    assertThat(world.settle().outcome("options")).returned(undefined());
    assertThat(world.settle().outcome("listed and sent")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("no list")).returned(undefined());
    assertThat(world.settle()).dataOf("message").containsExactlyInAnyOrder("m", "n", "o", "over the port");
  }

  /** A buffer is cloned, whatever the second argument says. */
  @Test
  @Verifies("bc.post.no-transfer")
  void aSecondArgumentTransfersNoBuffer(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      untyped();
      receiver.onmessage(Event::record);
      attempt("post", () -> sender.call("postMessage", buffer, list(buffer)));
    });

    assertThat(world.settle().outcome("post")).returned(undefined());
    assertThat(world.settle().dataOf("message")).hasSize(1);
    assertThat(buffer).hasByteLength(8);
  }

  /** Without an argument nothing is sent, not even undefined. */
  @Test
  @Verifies("bc.post.zero-args")
  void aCallWithoutAnArgumentIsATypeError(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      untyped();
      receiver.onmessage(Event::record);
      attempt("none", () -> sender.call("postMessage"));
      sender.postMessage("next");
    });

    assertThat(world.settle().outcome("none")).threwError("TypeError");
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }

  /** It is so on a closed channel too: arguments are counted first. */
  @Test
  @Verifies("bc.post.zero-args")
  void argumentsAreCountedBeforeAnythingElse(World world) {
    Realm window = world.window();
    BroadcastHandle channel = window.newBroadcastChannel("news");

    window.run(() -> {
      untyped();
      channel.close();
      attempt("none", () -> channel.call("postMessage"));
    });

    assertThat(world.settle().outcome("none")).threwError("TypeError");
  }
}
