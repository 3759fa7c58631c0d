package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Ports through structuredClone: HTML, "Structured cloning API" and the transfer steps of message ports. */
class StructuredClonePortsTest {

  /** A port comes back as a new port of its partner, and messages go both ways. */
  @Test
  @Verifies("sc.api.port")
  void aPortComesBack(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("partner", Event::record));
      Port moved = window.structuredClone(list(channel.port1()), transferring(channel.port1())).get(0).asPort();
      observe("old", channel.port1());
      observe("new", moved);
      moved.onmessage(reaction("moved", Event::record));
      channel.port2().postMessage("to the new port");
      moved.postMessage("from the new port");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("new")).isPlatform("MessagePort");
    assertThat(trace.observed("new")).isNotSameAs(trace.observed("old"));
    assertThat(trace.by("moved")).dataOf("message").containsExactly("to the new port");
    assertThat(trace.by("partner")).dataOf("message").containsExactly("from the new port");
  }

  /** A port comes back disabled, though the old one was enabled: it keeps what it is sent until it is started. */
  @Test
  @Verifies("sc.api.port")
  void aPortComesBackDisabled(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port1().onmessage(reaction("old", event -> {}).neverCalled());
      window.structuredClone(channel.port1(), transferring(channel.port1())).keepAs(moved);
      channel.port2().postMessage("m");
    });
    world.settle();
    window.run(() -> moved.onmessage(Event::record));

    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** Messages that wait at an enabled port move with it. */
  @Test
  @Verifies("sc.api.port-queue")
  void theQueueMoves(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("old", event -> {}));
      channel.port1().postMessage("a");
      Port moved = window.structuredClone(channel.port2(), transferring(channel.port2())).asPort();
      moved.onmessage(reaction("new", Event::record));
      channel.port1().postMessage("b");
    });

    Trace trace = world.settle();
    assertThat(trace.by("new")).dataOf("message").containsExactly("a", "b");
    assertThat(trace).neverCalled("old");
  }

  /** What is listed and not mentioned is transferred and lost. */
  @Test
  @Verifies("sc.api.ports-discarded")
  void whatIsNotMentionedIsLost(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port1().onmessage(reaction("old", event -> {}));
      observe("clone", window.structuredClone("m", transferring(channel.port1(), buffer)));
      channel.port2().postMessage("to nobody");
      attempt("again", () -> window.structuredClone("m", transferring(channel.port1())));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("clone")).isEqualTo("m");
    assertThat(trace.outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(trace).neverCalled("old");
    assertThat(buffer).hasByteLength(0);
  }
}
