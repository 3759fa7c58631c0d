package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What the steps of a document's platform objects decide: HTML, serializable objects and transferable objects. */
class PlatformObjectsTest {

  /** An ImageBitmap can be cloned until it is transferred away. */
  @Test
  @Verifies("sc.plat.detached-throws")
  void whatWasTransferredAwayCannotBeCloned(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value canvas = drawnOn(window);
      Value bitmap = canvas.call("transferToImageBitmap");
      observe("before", window.structuredClone(bitmap));
      observe("moved", window.structuredClone(bitmap, transferring(bitmap)));
      attempt("afterwards", () -> window.structuredClone(bitmap));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("before")).isPlatform("ImageBitmap");
    assertThat(trace.observed("moved")).isPlatform("ImageBitmap");
    assertThat(trace.outcome("afterwards")).threw(DATA_CLONE_ERROR);
  }

  /** What transfer steps throw is thrown as it is: a canvas that is drawn on cannot be transferred. */
  @Test
  @Verifies("sc.wt.transfer-steps-throw")
  void theExceptionOfTransferStepsIsPassedOn(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value untouched = offscreenCanvas(window);
      Value drawnOn = drawnOn(window);
      observe("untouched", window.structuredClone(untouched, transferring(untouched)));
      attempt("drawn on", () -> window.structuredClone(drawnOn, transferring(drawnOn)));
    });

    assertThat(world.settle().observed("untouched")).isPlatform("OffscreenCanvas");
    assertThat(world.settle().outcome("drawn on")).threw(INVALID_STATE_ERROR);
  }

  /** What serialization steps throw is thrown as it is: a module can be cloned, and cannot be stored. */
  @Test
  @Verifies("sc.plat.steps-may-throw")
  void theExceptionOfSerializationStepsIsPassedOn(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value module = window.keep(js("return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))"));
      attempt("clone", () -> window.structuredClone(module));
      attempt("store", () -> history(window).call("replaceState", module, ""));
    });

    assertThat(world.settle().outcome("clone")).returned();
    assertThat(world.settle().outcome("store")).threw(DATA_CLONE_ERROR);
  }

  /** A buffer can be stored, and shared memory cannot. */
  @Test
  @Verifies("sc.ser.sab-not-for-storage")
  void sharedMemoryIsNotStored(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("shared", () -> history(window).call("replaceState", window.keep(bytes(1, 2).shared()), ""));
      attempt("plain", () -> history(window).call("replaceState", window.keep(bytes(1, 2)), ""));
    });

    assertThat(world.settle().outcome("shared")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("plain")).returned();
  }

  /** The pixels of an ImageData are one object with those that the message holds beside it. */
  @Test
  @Verifies("sc.plat.subserialization-memory")
  void whatAnImageDataHoldsIsSharedWithTheMessage(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value context = window.document().call("createElement", "canvas").call("getContext", "2d");
      Value image = context.call("createImageData", 1, 1);
      Value clone = window.structuredClone(object().with("image", image).with("pixels", image.get("data")));
      observe("inside", clone.get("image").get("data"));
      observe("beside", clone.get("pixels"));
    });

    assertThat(world.settle().observed("inside")).isSameAs(world.settle().observed("beside"));
  }

  private static Value offscreenCanvas(Realm window) {
    return window.document().call("createElement", "canvas").call("transferControlToOffscreen");
  }

  private static Value drawnOn(Realm window) {
    Value canvas = offscreenCanvas(window);
    canvas.call("getContext", "2d");
    return canvas;
  }

  private static Value history(Realm window) {
    return window.document().get("defaultView").get("history");
  }
}
