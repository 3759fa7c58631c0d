package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
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

/** Buffers that are not listed: HTML, StructuredSerializeInternal, step 13. */
class BuffersTest {

  /** A buffer is copied during the call: the source stays as it is, and neither sees what is written to the other. */
  @Test
  @Verifies("sc.ser.arraybuffer-copy")
  void aBufferIsCopied(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(view("Uint8Array", bytes(1, 2, 3)));
      Value clone = window.structuredClone(original.get("buffer"));
      original.set(0, 9);
      window.keep(view("Uint8Array", clone)).set(2, 8);
      observe("original", original.get("buffer"));
      observe("clone", clone);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("original")).isEqualTo(bytes(9, 2, 3));
    assertThat(trace.observed("clone")).isEqualTo(bytes(1, 2, 8));
    assertThat(trace.observed("clone")).isNotSameAs(trace.observed("original"));
  }

  /** What is written to a buffer after the post is not in the message. */
  @Test
  @Verifies("sc.ser.arraybuffer-copy")
  void aPostedBufferIsCopiedDuringTheCall(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value view = window.keep(view("Uint8Array", bytes(1, 2, 3)));
      channel.port1().postMessage(view.get("buffer"));
      view.set(0, 9);
    });

    assertThat(world.settle()).dataOf("message").containsExactly(bytes(1, 2, 3));
  }

  /** A buffer that was transferred away cannot be cloned. */
  @Test
  @Verifies("sc.ser.arraybuffer-detached-throws")
  void aDetachedBufferIsRefused(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      window.structuredClone("m", transferring(buffer));
      attempt("whole", () -> window.structuredClone(buffer));
      attempt("part", () -> window.structuredClone(list(buffer)));
    });

    assertThat(world.settle().outcome("whole")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("part")).threw(DATA_CLONE_ERROR);
  }

  /** A buffer that was transferred away cannot be posted. */
  @Test
  @Verifies("sc.ser.arraybuffer-detached-throws")
  void aDetachedBufferCannotBePosted(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port1().postMessage("m", transferring(buffer));
      attempt("post", () -> channel.port1().postMessage(buffer));
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
  }

  /** A resizable buffer keeps its maximum, and its clone can be resized up to it. */
  @Test
  @Verifies("sc.ser.resizable-kept")
  void aResizableBufferStaysResizable(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(bytes(1, 2).max(4));
      observe("as it came", clone);
      clone.call("resize", 4);
      observe("resized", clone);
    });

    assertThat(world.settle().observed("as it came")).isEqualTo(bytes(1, 2).max(4));
    assertThat(world.settle().observed("resized")).isEqualTo(bytes(1, 2, 0, 0).max(4));
  }

  /** A buffer of fixed length stays one. */
  @Test
  @Verifies("sc.ser.resizable-kept")
  void aFixedBufferStaysFixed(World world) {
    assertArrives(world, list(bytes(1, 2), bytes(), bytes(3).max(3)));
  }

  /** A buffer is copied to its end, however large, and an empty one is a buffer too. */
  @Test
  @Verifies("sc.ser.arraybuffer-copy")
  void aBufferOfAnySizeIsCopied(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("large", window.structuredClone(window.newArrayBuffer(100_000)).get("byteLength"));
      observe("empty", window.structuredClone(bytes()));
    });

    assertThat(world.settle().observed("large")).isEqualTo(100_000);
    assertThat(world.settle().observed("empty")).isEqualTo(bytes());
  }
}
