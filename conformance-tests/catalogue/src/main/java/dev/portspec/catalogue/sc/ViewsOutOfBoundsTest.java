package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Views beyond their buffers: HTML, StructuredSerializeInternal, step 14.1. */
class ViewsOutOfBoundsTest {

  /** A view of a buffer that was transferred away cannot be cloned. */
  @Test
  @Verifies("sc.ser.view-out-of-bounds-throws")
  void aViewOfADetachedBufferIsRefused(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value bytes = window.keep(view("Uint8Array", bytes(1, 2)));
      Value data = window.keep(view("DataView", bytes.get("buffer")));
      window.structuredClone("m", transferring(bytes.get("buffer").asBuffer()));
      attempt("typed array", () -> window.structuredClone(bytes));
      attempt("DataView", () -> window.structuredClone(data));
    });

    assertThat(world.settle().outcome("typed array")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("DataView")).threw(DATA_CLONE_ERROR);
  }

  /** A view that its buffer was shrunk below cannot be cloned, until the buffer has grown again. */
  @Test
  @Verifies("sc.ser.view-out-of-bounds-throws")
  void aViewBeyondAShrunkBufferIsRefused(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value fixed = window.keep(view("Uint8Array", bytes(1, 2, 3, 4).max(4)).at(2).length(2));
      fixed.get("buffer").call("resize", 3);
      attempt("beyond", () -> window.structuredClone(fixed));
      fixed.get("buffer").call("resize", 4);
      attempt("within", () -> window.structuredClone(fixed));
    });

    assertThat(world.settle().outcome("beyond")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("within")).returned();
  }

  /** A DataView that its buffer was shrunk below cannot be cloned. */
  @Test
  @Verifies("sc.ser.view-out-of-bounds-throws")
  void aDataViewBeyondAShrunkBufferIsRefused(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("DataView", bytes(1, 2, 3, 4).max(4)).at(2).length(2));
      view.get("buffer").call("resize", 3);
      attempt("clone", () -> window.structuredClone(view));
    });

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
  }

  /** A view that tracks the length of its buffer is out of bounds once its offset is. */
  @Test
  @Verifies("sc.ser.view-out-of-bounds-throws")
  void aTrackingViewBeyondItsBufferIsRefused(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value tracking = window.keep(view("Uint8Array", bytes(1, 2, 3, 4).max(4)).at(2));
      tracking.get("buffer").call("resize", 1);
      attempt("clone", () -> window.structuredClone(tracking));
    });

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
  }

  /** A view is looked at when its turn comes, also when its buffer is listed: what follows is not read. */
  @Test
  @Verifies("sc.ser.view-oob-even-if-listed")
  void aViewOfAListedBufferIsRefusedAtItsTurn(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("Uint8Array", bytes(1, 2, 3, 4).max(4)).at(2).length(2));
      view.get("buffer").call("resize", 3);
      Object message = list(view, object().accessor("late", "late", () -> "read"));
      attempt("clone", () -> window.structuredClone(message, transferring(view.get("buffer").asBuffer())));
    });

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).neverCalled("late");
  }
}
