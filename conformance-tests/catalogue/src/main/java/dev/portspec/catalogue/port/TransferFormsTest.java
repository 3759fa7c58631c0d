package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Both forms of the second argument: HTML, {@code postMessage(message, transfer)}. */
class TransferFormsTest {

  /** Ports arrive in the same way, whichever form lists them. */
  @Test
  @Verifies("port.post.overloads-equivalent")
  void bothFormsTransferPorts(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      a.port1().onmessage(reaction("a", Event::record));
      b.port1().onmessage(reaction("b", Event::record));
      carrier.port2().onmessage(
          reaction(
              "carried",
              event -> {
                observe("ports of the list", event.ports());
                event.port(0).postMessage("through the list");
              },
              event -> {
                observe("ports of the options", event.ports());
                event.port(0).postMessage("through the options");
              }));
      carrier.port1().postMessage("m", transferring(a.port2()));
      carrier.port1().postMessage("m", transferring(b.port2()).asOptions());
    });

    Trace trace = world.settle();
    assertThat(trace.by("a")).dataOf("message").containsExactly("through the list");
    assertThat(trace.by("b")).dataOf("message").containsExactly("through the options");
    assertThat(trace.observed("ports of the options")).isCloneOf(trace.observed("ports of the list"));
    assertThat(trace.observed("ports of the list")).hasSize(1);
  }

  /** Both forms detach what they list, in the call. */
  @Test
  @Verifies("port.post.overloads-equivalent")
  void bothFormsDetachPorts(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      carrier.port1().postMessage("m", transferring(channel.port1()));
      carrier.port1().postMessage("m", transferring(channel.port2()).asOptions());
      attempt("list again", () -> carrier.port1().postMessage("m", transferring(channel.port2())));
      attempt("options again", () -> carrier.port1().postMessage("m", transferring(channel.port1()).asOptions()));
    });

    assertThat(world.settle().outcome("list again")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("options again")).threw(DATA_CLONE_ERROR);
  }

  /** Both forms move buffers. */
  @Test
  @Verifies("port.post.overloads-equivalent")
  void bothFormsMoveBuffers(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer listed = window.newArrayBuffer(8);
    Buffer inOptions = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port2().onmessage(event -> observe("received", event.data().get("b")));
      channel.port1().postMessage(object().with("b", listed), transferring(listed));
      channel.port1().postMessage(object().with("b", inOptions), transferring(inOptions).asOptions());
    });

    assertThat(world.settle().observed("received", 0)).hasByteLength(8);
    assertThat(world.settle().observed("received", 1)).hasByteLength(8);
    assertThat(listed).hasByteLength(0);
    assertThat(inOptions).hasByteLength(0);
  }

  /** Both forms refuse the same lists. */
  @Test
  @Verifies("port.post.overloads-equivalent")
  void bothFormsRefuseTheSame(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("list", transferring());
      channel.port1().postMessage("options", transferring().asOptions());
      attempt("itself", () -> channel.port1().postMessage("m", transferring(channel.port1()).asOptions()));
      attempt("twice", () ->
          channel.port1().postMessage("m", transferring(other.port1(), other.port1()).asOptions()));
    });

    assertThat(world.settle().outcome("itself")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("twice")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("list", "options");
  }
}
