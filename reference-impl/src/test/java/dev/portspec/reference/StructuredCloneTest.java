package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.Accessor;
import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.Boxed;
import dev.portspec.api.BufferView;
import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.Hole;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.RegExp;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebDate;
import dev.portspec.api.WebError;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebRangeError;
import dev.portspec.api.WebSet;
import dev.portspec.api.WebTypeError;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, cloned. */
class StructuredCloneTest {
  private final SimulatedTestWorld world = new SimulatedTestWorld();

  private Object clone(Object value, Object... transfer) {
    return world.run(() -> new Object[] {world.window.structuredClone(value, List.of(transfer))})[0];
  }

  private static List<Object> values(Object... values) {
    return Arrays.asList(values);
  }

  @Test
  void primitives() {
    List<Object> values =
        values(null, Undefined.UNDEFINED, true, -0.0, Double.NaN, BigInteger.TEN.pow(40), "\uD800", Hole.HOLE);
    assertThat(clone(values)).isEqualTo(values).isNotSameAs(values).isInstanceOf(ArrayList.class);
    assertThat(clone(values(1, 2L, 3f))).isEqualTo(values(1.0, 2.0, 3.0));
    assertThat(clone(null)).isNull();
  }

  @Test
  void leaves() {
    assertThat(((Boxed) clone(new Boxed(-0.0))).primitive()).isEqualTo(-0.0);
    assertThat(((WebDate) clone(new WebDate(Double.NaN))).time()).isNaN();
    assertThat(((WebDate) clone(Instant.ofEpochMilli(7))).time()).isEqualTo(7);
    RegExp regExp = new RegExp("a", "g");
    regExp.setLastIndex(3);
    assertThat((RegExp) clone(regExp)).matches(
        clone -> clone.source().equals("a") && clone.flags().equals("g") && clone.lastIndex() == 0);
    assertThat((DOMException) clone(new DOMException("m", "DataError"))).matches(
        clone -> clone.name().equals("DataError") && clone.getMessage().equals("m"));
    HostSerializable host = () -> () -> "received";
    assertThat(clone(host)).isEqualTo("received");
  }

  @Test
  void errors() {
    assertError(clone(new WebError("RangeError", "m")), "RangeError", "m");
    assertError(clone(new WebError("AggregateError", "m")), "Error", "m");
    assertThat(((WebError) clone(new WebError("TypeError"))).has("message")).isFalse();

    WebError odd = new WebError("TypeError");
    odd.define("name", (Accessor) () -> {
      world.log.add("name");
      return "URIError";
    });
    odd.define("message", -0.0);
    odd.define("other", 1);
    assertError(clone(odd), "URIError", "0");
    assertThat(world.log).containsExactly("name");

    odd.define("message", (Accessor) () -> "never read");
    assertThat(((WebError) clone(odd)).ownKeys()).isEmpty();
    odd.define("message", new Symbol("s"));
    assertThatThrownBy(() -> clone(odd)).isInstanceOf(WebTypeError.class);
  }

  @Test
  void causes() {
    WebError self = caused(null);
    self.define("cause", self, false);
    WebError clone = (WebError) clone(self);
    assertThat(clone.stored("cause")).isSameAs(clone).isNotSameAs(self);
    assertThat(clone.isEnumerable("cause")).isFalse();
    assertThat(((WebError) clone(caused("a reason"))).stored("cause")).isEqualTo("a reason");
    assertThat(((WebError) clone(caused(null))).stored("cause")).isNull();
    assertThat(((WebError) clone(caused(null))).has("cause")).isTrue();

    WebError uncloneable = caused(new Object());
    assertThat(((WebError) clone(uncloneable)).has("cause")).as("what is only attached is no reason to throw").isFalse();

    WebError deep = caused("the first");
    for (int i = 0; i < 100_000; i++) {
      deep = caused(deep);
    }
    Object reached = clone(deep);
    while (reached instanceof WebError error) {
      reached = error.stored("cause");
    }
    assertThat(reached).isEqualTo("the first");
  }

  private static WebError caused(Object cause) {
    WebError error = new WebError("Error", "m");
    error.define("cause", cause, false);
    return error;
  }

  private static void assertError(Object clone, String kind, String message) {
    WebError error = (WebError) clone;
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.ownKeys()).containsExactly("message");
    assertThat(error.stored("message")).isEqualTo(message);
    assertThat(error.isEnumerable("message")).isFalse();
  }

  @Test
  void onlyOwnEnumerableStringKeysInOrder() {
    PlainObject object = new PlainObject().with("b", 1).with("2", 2).with("1", 3).with(new Symbol("s"), 4)
        .with("__proto__", 5);
    object.define("hidden", 6, false);
    object.setPrototype(new PlainObject().with("inherited", 7));
    PlainObject clone = (PlainObject) clone(object);
    assertThat(clone.ownKeys()).containsExactly("1", "2", "b", "__proto__");
    assertThat(clone.get("__proto__")).isEqualTo(5.0);
    assertThat(clone.prototype()).isNull();
    assertThat(((PlainObject) clone(Map.of("a", 1))).get("a")).isEqualTo(1.0);
    assertNotCloneable(Map.of(1, 1));
  }

  @Test
  void accessorsRunDepthFirstOverAFixedKeyList() {
    PlainObject inner = new PlainObject().with("x", logging("inner x"));
    PlainObject object = new PlainObject();
    object
        .with("a", (Accessor) () -> {
          world.log.add("a");
          object.delete("deleted");
          object.define("hidden", 1, false);
          object.define("added", 1);
          return inner;
        })
        .with("deleted", 1)
        .with("hidden", 1)
        .with("z", logging("z"));
    PlainObject clone = (PlainObject) clone(object);
    assertThat(world.log).containsExactly("a", "inner x", "z");
    assertThat(clone.ownKeys()).containsExactly("a", "hidden", "z");
  }

  private Accessor logging(String label) {
    return () -> {
      world.log.add(label);
      return label;
    };
  }

  @Test
  void arraysKeepLengthHolesAndOtherProperties() {
    List<Object> shortened = values(1, null, 2, Hole.HOLE);
    List<Object> growing = new ArrayList<>(shortened);
    growing.set(1, new PlainObject().with("a", (Accessor) () -> {
      growing.subList(2, 4).clear();
      return 1;
    }));
    List<?> clone = (List<?>) clone(growing);
    assertThat(clone).hasSize(4);
    assertThat(clone.subList(2, 4)).isEqualTo(List.of(Hole.HOLE, Hole.HOLE));

    ArrayObject array = new ArrayObject(values(1, Hole.HOLE));
    array.define("x", array);
    ArrayObject arrayClone = (ArrayObject) clone(array);
    assertThat(arrayClone.elements()).isEqualTo(values(1.0, Hole.HOLE));
    assertThat(arrayClone.get("x")).isSameAs(arrayClone);
    assertThat(clone(new ArrayObject(values(1)))).isEqualTo(values(1.0));
  }

  @Test
  void cyclesAndSharingSurviveAndEqualObjectsStayTwo() {
    PlainObject shared = new PlainObject().with("once", logging("once"));
    WebMap map = new WebMap();
    WebSet set = new WebSet();
    PlainObject root = new PlainObject().with("left", shared).with("right", shared).with("map", map).with("set", set)
        .with("equal", List.of(new ArrayList<>(), new ArrayList<>()));
    root.with("self", root);
    map.set(shared, root);
    map.set(-0.0, "zero");
    set.add(root);
    PlainObject clone = (PlainObject) clone(root);
    assertThat(world.log).containsExactly("once");
    assertThat(clone.get("self")).isSameAs(clone);
    assertThat(clone.get("left")).isSameAs(clone.get("right")).isNotSameAs(shared);
    WebMap mapClone = (WebMap) clone.get("map");
    assertThat(mapClone.get(clone.get("left"))).isSameAs(clone);
    assertThat(mapClone.entries()).extracting(WebMap.Entry::value).containsExactly(clone, "zero");
    assertThat(((WebSet) clone.get("set")).values()).containsExactly(clone);
    List<?> equal = (List<?>) clone.get("equal");
    assertThat(equal.get(0)).isNotSameAs(equal.get(1));
  }

  @Test
  void mapsAndSetsAreSnapshots() {
    WebMap map = new WebMap();
    WebSet set = new WebSet();
    map.set(new PlainObject().with("a", (Accessor) () -> {
      map.delete("later");
      map.set("added", 1);
      return 1;
    }), "first");
    map.set("later", 2);
    set.add(new PlainObject().with("a", (Accessor) () -> {
      set.add("added");
      return 1;
    }));
    assertThat(((WebMap) clone(map)).get("later")).isEqualTo(2.0);
    assertThat(((WebMap) clone(map)).size()).isEqualTo(2);
    assertThat(((WebSet) clone(set)).size()).isEqualTo(1);
  }

  @Test
  void growableSharedBuffers() {
    SharedArrayBuffer shared = new SharedArrayBuffer(new byte[] {1}, 2);
    SharedArrayBuffer clone = (SharedArrayBuffer) clone(shared);
    shared.grow(2);
    clone.set(1, (byte) 9);

    assertThat(clone.byteLength()).isEqualTo(2);
    assertThat(shared.at(1)).isEqualTo((byte) 9);
    assertThat(clone.maxByteLength()).isEqualTo(2);
    assertThatThrownBy(() -> clone.grow(1)).isInstanceOf(WebRangeError.class);
    assertThatThrownBy(() -> clone.grow(3)).isInstanceOf(WebRangeError.class);
    assertThatThrownBy(() -> new SharedArrayBuffer(new byte[2], 1)).isInstanceOf(WebRangeError.class);
    assertThatThrownBy(() -> new SharedArrayBuffer(new byte[1]).grow(1)).isInstanceOf(WebTypeError.class);
  }

  @Test
  void buffersAndViews() {
    ArrayBuffer buffer = new ArrayBuffer(new byte[] {1, 2, 3, 4}, 8);
    SharedArrayBuffer shared = new SharedArrayBuffer(new byte[1]);
    List<?> clone = (List<?>) clone(values(
        new BufferView("Uint16Array", buffer, 2, null), new BufferView("DataView", buffer, 1, 2), shared, buffer));
    BufferView tracking = (BufferView) clone.get(0);
    ArrayBuffer copy = (ArrayBuffer) clone.get(3);
    assertThat(tracking.buffer()).isSameAs(copy).isSameAs(((BufferView) clone.get(1)).buffer());
    assertThat(tracking.recordedLength()).isNull();
    assertThat(((BufferView) clone.get(1)).recordedLength()).isEqualTo(2);
    assertThat(copy.toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(copy.maxByteLength()).isEqualTo(8);
    ((SharedArrayBuffer) clone.get(2)).set(0, (byte) 9);
    assertThat(shared.at(0)).isEqualTo((byte) 9);

    BufferView view = new BufferView("Uint8Array", buffer, 3, 1);
    buffer.resize(2);
    assertNotCloneable(view, buffer);
    assertThat(buffer.detached()).isFalse();
    assertNotCloneable("m", shared);

    List<?> moved = (List<?>) clone(values(new BufferView("Uint8Array", buffer, 0, 1), buffer), buffer);
    assertThat(((BufferView) moved.get(0)).buffer()).isSameAs(moved.get(1));
    assertThat(buffer.detached()).isTrue();
    assertNotCloneable(buffer);
  }

  static List<Object> uncloneable() {
    EventListener function = event -> event;
    Accessor accessor = () -> 1;
    return List.of(new Object(), new Symbol("s"), function, accessor, new StringBuilder(), 'c', new int[0]);
  }

  @ParameterizedTest
  @MethodSource("uncloneable")
  void anythingElseIsADataCloneError(Object value) {
    assertNotCloneable(value);
    assertNotCloneable(List.of(new PlainObject().with("nested", values(value))));
  }

  @Test
  void platformObjectsAreNotCloneable() {
    ReferenceChannel channel = world.channel();
    assertNotCloneable(channel);
    assertNotCloneable(channel.getPort1());
    assertNotCloneable(world.window.global());
  }

  private void assertNotCloneable(Object value, Object... transfer) {
    assertThatThrownBy(() -> clone(value, transfer))
        .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.code()).isEqualTo(25));
  }

  @Test
  void depthHasNoLimit() {
    Object deep = "bottom";
    for (int i = 0; i < 100_000; i++) {
      WebMap map = new WebMap();
      map.set("k", deep);
      deep = i % 2 == 0 ? List.of(map) : new PlainObject().with("p", deep);
    }
    Object clone = clone(deep);
    int depth = 0;
    while (!clone.equals("bottom")) {
      if (clone instanceof PropertyBag object) {
        clone = object.get("p");
      } else {
        clone = clone instanceof List<?> list ? list.get(0) : ((WebMap) clone).get("k");
      }
      depth++;
    }
    assertThat(depth).isEqualTo(150_000);
  }
}
