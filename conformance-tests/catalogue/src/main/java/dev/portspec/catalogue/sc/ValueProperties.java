package dev.portspec.catalogue.sc;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Kind;

/**
 * What becomes of values without parts, whatever they are and wherever they stand: HTML, StructuredSerializeInternal,
 * steps 4 to 14.
 */
class ValueProperties {
  private static final int TRIES = 40;

  /** Every primitive value arrives unchanged. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.primitives")
  void everyPrimitiveArrives(World world, @Generated Draw draw) {
    Drawn.eachArrives(
        world, draw, Kind.STRING, Kind.NUMBER, Kind.BOOLEAN, Kind.NULL, Kind.UNDEFINED, Kind.BIGINT);
  }

  /** Every Boolean, Number and String object arrives as one of the same value. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"sc.ser.boxed-boolean", "sc.ser.boxed-number", "sc.ser.boxed-string"})
  void everyWrapperArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.WRAPPER, Kind.ARRAY);
  }

  /** Every BigInt object arrives as one of the same value. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.boxed-bigint")
  void everyBigIntObjectArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.WRAPPER, Kind.ARRAY);
  }

  /** Every Date keeps its time, the invalid one too. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.date")
  void everyDateArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.DATE, Kind.OBJECT);
  }

  /** Every RegExp keeps its source and flags. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.regexp")
  void everyRegExpArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.REGEXP, Kind.MAP);
  }

  /** Every ArrayBuffer arrives with its bytes. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.arraybuffer-copy")
  void everyBufferArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.BUFFER, Kind.SET);
  }

  /** Every resizable ArrayBuffer keeps its maximum. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.resizable-kept")
  void everyResizableBufferArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.BUFFER, Kind.ARRAY);
  }

  /** Every view keeps its kind, offset, length and buffer, and shares it with the views that it shared it with. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"sc.ser.view-over-buffer", "sc.ser.typed-array-kind", "sc.ser.views-share-buffer"})
  void everyViewArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.VIEW, Kind.BUFFER, Kind.ARRAY);
  }

  /** Every view that tracks its buffer does so in the clone, and no other does. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.view-length-tracking")
  void everyViewTracksAsBefore(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.VIEW, Kind.BUFFER, Kind.OBJECT);
  }

  /** Every SharedArrayBuffer arrives as one with the same bytes. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.ser.sab-shared")
  void everySharedBufferArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.SHARED_BUFFER, Kind.VIEW, Kind.ARRAY);
  }

  /** Every DOMException keeps its name and message. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.err.domexception")
  void everyDomExceptionArrives(World world, @Generated Draw draw) {
    Drawn.arrives(world, draw, Kind.DOM_EXCEPTION, Kind.ARRAY);
  }
}
