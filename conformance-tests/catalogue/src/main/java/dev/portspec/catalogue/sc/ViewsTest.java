package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Literal;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Typed arrays and DataViews: HTML, StructuredSerializeInternal, step 14. */
class ViewsTest {

  /** A view arrives with the whole of its buffer, and with its offset and length. */
  @Test
  @Verifies("sc.ser.view-over-buffer")
  void aViewKeepsItsPlace(World world) {
    assertArrives(
        world,
        list(
            view("Uint8Array", bytes(1, 2, 3, 4)).at(1).length(2),
            view("DataView", bytes(5, 6, 7, 8)).at(2).length(1),
            view("Uint16Array", bytes(1, 2, 3, 4, 5, 6)).at(2).length(1)));
  }

  /** Views of one buffer, and the buffer itself, arrive as views of one buffer. */
  @Test
  @Verifies("sc.ser.views-share-buffer")
  void viewsOfOneBufferStayTogether(World world) {
    Realm window = world.window();
    Literal buffer = bytes(1, 2, 3, 4);

    window.run(() -> {
      Value clone = window.structuredClone(list(
          view("Uint8Array", buffer), view("DataView", buffer), buffer, bytes(1, 2, 3, 4)));
      observe("first", clone.get(0).get("buffer"));
      observe("second", clone.get(1).get("buffer"));
      observe("itself", clone.get(2));
      observe("another", clone.get(3));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("second")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("itself")).isSameAs(trace.observed("first"));
    assertThat(trace.observed("another")).isNotSameAs(trace.observed("first"));
  }

  /** Each typed array keeps its element type, and a DataView stays one. */
  @Test
  @Verifies("sc.ser.typed-array-kind")
  void eachKindOfViewArrives(World world) {
    Realm window = world.window();
    List<String> kinds = List.of("Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
        "Int32Array", "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "DataView");

    window.run(() -> {
      for (String kind : kinds) {
        observe(kind, window.structuredClone(view(kind, bytes(1, 2, 3, 4, 5, 6, 7, 8)).at(0)));
      }
    });

    for (String kind : kinds) {
      assertThat(world.settle().observed(kind))
          .isEqualTo(view(kind, bytes(1, 2, 3, 4, 5, 6, 7, 8)).at(0).length(lengthOf(kind)));
    }
  }

  private static int lengthOf(String kind) {
    if (kind.contains("64")) {
      return 1;
    }
    return kind.contains("32") ? 2 : kind.contains("16") ? 4 : 8;
  }

  /** A view that tracks the length of its buffer does so in the clone, and one of fixed length does not. */
  @Test
  @Verifies("sc.ser.view-length-tracking")
  void aTrackingViewGoesOnTracking(World world) {
    Realm window = world.window();
    Literal buffer = bytes(1, 2).max(4);

    window.run(() -> {
      Value clone = window.structuredClone(list(view("Uint8Array", buffer), view("Uint8Array", buffer).length(2)));
      clone.get(0).get("buffer").call("resize", 4);
      observe("tracking", clone.get(0).get("length"));
      observe("fixed", clone.get(1).get("length"));
    });

    assertThat(world.settle().observed("tracking")).isEqualTo(4);
    assertThat(world.settle().observed("fixed")).isEqualTo(2);
  }

  /** A view that tracks the length of its buffer does so when the buffer has moved. */
  @Test
  @Verifies("sc.ser.view-length-tracking")
  void aTrackingViewOfAListedBufferGoesOnTracking(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("Uint8Array", bytes(1, 2).max(4)));
      Value clone = window.structuredClone(view, transferring(view.get("buffer").asBuffer()));
      clone.get("buffer").call("resize", 4);
      observe("tracking", clone.get("length"));
    });

    assertThat(world.settle().observed("tracking")).isEqualTo(4);
  }

  /** A view of no elements stays one, wherever it is in its buffer. */
  @Test
  @Verifies("sc.ser.view-over-buffer")
  void anEmptyViewStaysEmpty(World world) {
    assertArrives(
        world,
        list(
            view("Uint8Array", bytes(1, 2, 3, 4)).at(2).length(0),
            view("Uint16Array", bytes(1, 2, 3, 4)).at(4).length(0),
            view("DataView", bytes(1, 2, 3, 4)).at(0).length(0)));
  }
}
