package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.regexp;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Dates and regular expressions: HTML, StructuredSerializeInternal, steps 11 and 12. */
class DateAndRegExpTest {

  /** A Date keeps its time. */
  @Test
  @Verifies("sc.ser.date")
  void datesArrive(World world) {
    assertArrives(world, list(date(0), date(-1), date(1234567890123.0), date(8.64e15)));
  }

  /** An invalid Date arrives as an invalid Date. */
  @Test
  @Verifies("sc.ser.date")
  void anInvalidDateArrives(World world) {
    assertArrives(world, date(Double.NaN));
  }

  /** A RegExp keeps its source and its flags. */
  @Test
  @Verifies("sc.ser.regexp")
  void regularExpressionsArrive(World world) {
    assertArrives(world, list(regexp("a|b", "gimsuy"), regexp("(?:)", ""), regexp("\\/[/]\\n", "d")));
  }

  /** The clone of a RegExp begins at 0, wherever the original stands. */
  @Test
  @Verifies("sc.ser.regexp-lastindex")
  void theLastIndexStaysBehind(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(regexp("a", "g"));
      original.set("lastIndex", 3);
      observe("original", original.get("lastIndex"));
      observe("clone", window.structuredClone(original).get("lastIndex"));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("original")).isEqualTo(3);
    assertThat(trace.observed("clone")).isEqualTo(0);
  }
}
