package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Buffers that are transferred: HTML, StructuredSerializeWithTransfer, step 5, and its receiving half. */
class TransferredBuffersTest {

  /** A transferred buffer is detached when the call returns, and its views have nothing left. */
  @Test
  @Verifies("sc.wt.buffer-detached")
  void aTransferredBufferIsDetached(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();

    window.run(() -> {
      Value view = window.keep(view("Uint8Array", bytes(1, 2, 3)));
      observe("before", view.get("length"));
      carrier.port1().postMessage("m", transferring(view.get("buffer").asBuffer()));
      observe("length", view.get("length"));
      observe("byteLength", view.get("buffer").get("byteLength"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("before")).isEqualTo(3);
    assertThat(trace.observed("length")).isEqualTo(0);
    assertThat(trace.observed("byteLength")).isEqualTo(0);
  }

  /** A transferred resizable buffer is detached as any other. */
  @Test
  @Verifies("sc.wt.buffer-detached")
  void aTransferredResizableBufferIsDetached(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value buffer = window.keep(bytes(1, 2, 3).max(4));
      window.structuredClone("m", transferring(buffer.asBuffer()));
      observe("byteLength", buffer.get("byteLength"));
    });

    assertThat(world.settle().observed("byteLength")).isEqualTo(0);
  }

  /** The receiver gets the bytes, as they were at the call. */
  @Test
  @Verifies("sc.wt.buffer-contents-moved")
  void theBytesArrive(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(Event::record);
      Value view = window.keep(view("Uint8Array", bytes(1, 2, 3)));
      view.set(1, 9);
      carrier.port1().postMessage(list(view.get("buffer")), transferring(view.get("buffer").asBuffer()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly(list(bytes(1, 9, 3)));
  }

  /** An empty buffer moves like any other. */
  @Test
  @Verifies("sc.wt.buffer-contents-moved")
  void anEmptyBufferMoves(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value buffer = window.keep(bytes());
      observe("moved", window.structuredClone(buffer, transferring(buffer.asBuffer())));
    });

    assertThat(world.settle().observed("moved")).isEqualTo(bytes());
  }

  /** A transferred resizable buffer keeps its maximum, and can be resized up to it. */
  @Test
  @Verifies("sc.wt.buffer-resizable")
  void aResizableBufferStaysResizable(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value buffer = window.keep(bytes(1, 2).max(4));
      Value moved = window.structuredClone(buffer, transferring(buffer.asBuffer()));
      observe("as it came", moved);
      moved.call("resize", 4);
      observe("resized", moved);
    });

    assertThat(world.settle().observed("as it came")).isEqualTo(bytes(1, 2).max(4));
    assertThat(world.settle().observed("resized")).isEqualTo(bytes(1, 2, 0, 0).max(4));
  }

  /** A view in the message becomes a view over the moved buffer. */
  @Test
  @Verifies("sc.wt.view-follows")
  void aViewFollowsItsBuffer(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("Uint8Array", bytes(1, 2, 3, 4)).at(1).length(2));
      Value buffer = view.get("buffer");
      Value clone = window.structuredClone(list(view, buffer), transferring(buffer.asBuffer()));
      observe("view", clone.get(0));
      observe("its buffer", clone.get(0).get("buffer"));
      observe("buffer", clone.get(1));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("view")).isEqualTo(view("Uint8Array", bytes(1, 2, 3, 4)).at(1).length(2));
    assertThat(trace.observed("its buffer")).isSameAs(trace.observed("buffer"));
  }

  /** A DataView in the message becomes one over the moved buffer, too. */
  @Test
  @Verifies("sc.wt.view-follows")
  void aDataViewFollowsItsBuffer(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("DataView", bytes(1, 2, 3, 4)).at(1).length(2));
      Value buffer = view.get("buffer");
      Value clone = window.structuredClone(list(view, buffer), transferring(buffer.asBuffer()));
      observe("its buffer", clone.get(0).get("buffer"));
      observe("buffer", clone.get(1));
    });

    assertThat(world.settle().observed("its buffer")).isSameAs(world.settle().observed("buffer"));
  }

  /** A buffer that must not be detached makes the call fail as the detaching does. */
  @Test
  @Verifies("sc.wt.buffer-detach-key")
  void theMemoryOfAnInstanceStays(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value memory = window.keep(js("return new WebAssembly.Memory({initial: 1})"));
      attempt("clone", () -> window.structuredClone("m", transferring(memory.get("buffer").asBuffer())));
      observe("byteLength", memory.get("buffer").get("byteLength"));
    });

    assertThat(world.settle().outcome("clone")).threwError("TypeError");
    assertThat(world.settle().observed("byteLength")).isEqualTo(65536);
  }

  /** A buffer without bytes is detached as any other: it cannot be transferred again. */
  @Test
  @Verifies("sc.wt.buffer-detached")
  void anEmptyBufferIsDetached(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(0);

    window.run(() -> {
      attempt("first", () -> window.structuredClone("m", transferring(buffer)));
      attempt("again", () -> window.structuredClone("m", transferring(buffer)));
    });

    assertThat(world.settle().outcome("first")).returned();
    assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR);
  }
}
