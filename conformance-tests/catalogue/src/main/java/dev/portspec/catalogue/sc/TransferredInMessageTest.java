package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.BufferLiteral;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Listed objects in a message: HTML, StructuredSerializeWithTransfer, step 3, and its receiving half. */
class TransferredInMessageTest {

  /** A port that is listed may be anywhere in the message. */
  @Test
  @Verifies({"sc.wt.phase2-serialize", "sc.dwt.identity"})
  void aListedPortMayBeInTheMessage(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("here", event.data().get(0).get("port"));
        observe("there", event.data().get(1));
        observe("in ports", event.port(0));
      });
      attempt("post", () -> carrier.port1().postMessage(
          list(object().with("port", moved.port1()), moved.port1()), transferring(moved.port1())));
    });

    Trace trace = world.settle();
    verifying(
        "sc.wt.phase2-serialize",
        () -> {
          assertThat(trace.outcome("post")).returned();
          assertThat(trace.observed("here")).isPlatform("MessagePort");
        });
    verifying(
        "sc.dwt.identity",
        () -> {
          assertThat(trace.observed("here")).isSameAs(trace.observed("in ports"));
          assertThat(trace.observed("there")).isSameAs(trace.observed("in ports"));
        });
  }

  /** References to a moved buffer are references to one buffer. */
  @Test
  @Verifies("sc.dwt.identity")
  void aMovedBufferIsOneObject(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value buffer = window.keep(bytes(1, 2));
      Value clone = window.structuredClone(list(buffer, map("b", buffer)), transferring(buffer.asBuffer()));
      observe("clone", clone);
    });

    BufferLiteral buffer = bytes(1, 2);
    assertThat(world.settle().observed("clone")).isEqualTo(list(buffer, map("b", buffer)));
  }

  /** A port may be both the message and in the list. */
  @Test
  @Verifies("sc.wt.root-listed")
  void aListedPortMayBeTheMessage(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("data", event.data());
        observe("in ports", event.port(0));
      });
      carrier.port1().postMessage(moved.port1(), transferring(moved.port1()));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("data")).isPlatform("MessagePort");
    assertThat(trace.observed("data")).isSameAs(trace.observed("in ports"));
  }

  /** A buffer may be both the message and in the list. */
  @Test
  @Verifies({"sc.wt.root-listed", "sc.wt.buffer-detached"})
  void aListedBufferMayBeTheMessage(World world) {
    Realm window = world.window();
    Value buffer = window.keep(bytes(1, 2));

    window.run(() -> observe("moved", window.structuredClone(buffer, transferring(buffer.asBuffer()))));

    verifying("sc.wt.root-listed", () -> assertThat(world.settle().observed("moved")).isEqualTo(bytes(1, 2)));
    verifying("sc.wt.buffer-detached", () -> assertThat(buffer).hasByteLength(0));
  }

  /** A port that is listed may be a key of a Map, or be in a Set. */
  @Test
  @Verifies({"sc.wt.phase2-serialize", "sc.dwt.identity"})
  void aListedPortMayBeAKey(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel key = window.newChannel();
    Channel element = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("value of the key", event.data().get(0).call("get", event.port(0)));
        observe("has the element", event.data().get(1).call("has", event.port(1)));
      });
      attempt("post", () -> carrier.port1().postMessage(
          list(map(key.port1(), "value"), set(element.port1())), transferring(key.port1(), element.port1())));
    });

    Trace trace = world.settle();
    verifying("sc.wt.phase2-serialize", () -> assertThat(trace.outcome("post")).returned());
    verifying(
        "sc.dwt.identity",
        () -> {
          assertThat(trace.observed("value of the key")).isEqualTo("value");
          assertThat(trace.observed("has the element")).isEqualTo(true);
        });
  }
}
