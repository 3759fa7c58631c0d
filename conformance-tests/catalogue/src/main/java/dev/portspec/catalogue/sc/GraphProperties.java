package dev.portspec.catalogue.sc;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Graph;
import dev.portspec.harness.generate.Kind;
import dev.portspec.harness.generate.Values;
import java.util.List;

/**
 * What becomes of objects with parts, whatever they hold, and of what they share: HTML, StructuredSerializeInternal,
 * steps 15 to 26.
 */
class GraphProperties {
  private static final int TRIES = 40;

  /** What an object shares in a message, whatever kind it is of, it shares in the clone; and nothing else. */
  @ConformanceProperty
  @Verifies({"sc.ser.shared-identity", "sc.ser.cycle", "sc.ser.equal-not-merged"})
  void theCloneSharesWhatTheOriginalShares(World world, @Generated Draw draw) {
    Graph graph = Values.claimedBy(world).graph(draw);
    Drawn.eachArrives(world, List.of(graph));
  }

  /** Every Map keeps its entries and their order. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.map")
  void everyMapArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.MAP, Kind.STRING, Kind.NUMBER, Kind.OBJECT, Kind.SET);
  }

  /** Every Set keeps its elements and their order. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.set")
  void everySetArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.SET, Kind.STRING, Kind.NUMBER, Kind.OBJECT, Kind.MAP);
  }

  /** Every array keeps its length, its holes, and what it has besides its elements. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"sc.ser.array-length", "sc.ser.array-holes", "sc.ser.array-extra-props"})
  void everyArrayArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.ARRAY, Kind.STRING, Kind.UNDEFINED, Kind.OBJECT);
  }

  /** The properties of every object arrive in the order of integers, and then as they were made. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.object-key-order")
  void everyObjectKeepsTheOrderOfItsKeys(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.OBJECT, Kind.STRING, Kind.ARRAY);
  }

  /** Every object arrives with its own enumerable properties, odd keys among them, and with no others. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({
    "sc.ser.object-own-enumerable-string", "sc.ser.object-proto-key", "sc.ser.object-attributes-reset",
    "sc.ser.object-prototype-lost"
  })
  void everyObjectArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.OBJECT, Kind.STRING, Kind.MAP);
  }

  /** Every error keeps its kind, by its name, and its message, and nothing else that it has. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"sc.err.prototype-by-name", "sc.err.name-not-copied", "sc.err.own-props-dropped"})
  void everyErrorArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.ERROR, Kind.STRING, Kind.ARRAY, Kind.OBJECT);
  }

  /** Every error keeps its message, and has none where it had none. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.err.message-own-data-only")
  void everyErrorKeepsItsMessage(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.ERROR, Kind.ARRAY);
  }
}
