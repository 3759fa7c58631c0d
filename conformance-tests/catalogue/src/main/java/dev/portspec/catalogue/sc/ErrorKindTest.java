package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.assertArrives;
import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Which prototype the clone of an error has: HTML, StructuredSerializeInternal, step 17. */
class ErrorKindTest {

  /** Each of the language's own kinds of errors arrives as that kind. */
  @Test
  @Verifies("sc.err.prototype-by-name")
  void eachKindOfErrorArrives(World world) {
    assertArrives(
        world,
        list(
            error("Error", "m"),
            error("EvalError", "m"),
            error("RangeError", "m"),
            error("ReferenceError", "m"),
            error("SyntaxError", "m"),
            error("TypeError", "m"),
            error("URIError", "m")));
  }

  /** An error whose own name is that of another kind arrives as that kind. */
  @Test
  @Verifies("sc.err.prototype-by-name")
  void theNameDecides(World world) {
    assertThat(cloneOf(world, error("Error", "m").own("name", "RangeError")).observed("clone"))
        .isEqualTo(error("RangeError", "m"));
  }

  /** An error with a name of its own arrives as an Error, and without that name. */
  @Test
  @Verifies("sc.err.unknown-name")
  void anUnknownNameMakesAnError(World world) {
    assertThat(cloneOf(world, error("TypeError", "m").own("name", "Custom")).observed("clone"))
        .isEqualTo(error("Error", "m"));
  }

  /** A name that is no string of the list makes an Error, whatever its type. */
  @Test
  @Verifies("sc.err.unknown-name")
  void aNameThatIsNoStringMakesAnError(World world) {
    Object message =
        list(error("TypeError", "m").own("name", 7), error("TypeError", "m").own("name", undefined()));

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(list(error("Error", "m"), error("Error", "m")));
  }

  /** A name that is an object makes an Error, whatever its string: it is not converted. */
  @Test
  @Verifies("sc.err.unknown-name")
  void aNameThatIsAnObjectMakesAnError(World world) {
    assertThat(cloneOf(world, error("TypeError", "m").own("name", boxed("TypeError"))).observed("clone"))
        .isEqualTo(error("Error", "m"));
  }

  /** An AggregateError arrives as an Error. */
  @Test
  @Verifies("sc.err.unknown-name")
  void anAggregateErrorBecomesAnError(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(js("return new AggregateError([], 'm')"));
      observe("is Error", js("return Object.getPrototypeOf(args[0]) === Error.prototype", clone));
    });

    assertThat(world.settle().observed("is Error")).isEqualTo(true);
  }

  /** The clone has no own name, also where the original had one. */
  @Test
  @Verifies("sc.err.name-not-copied")
  void theNameStaysBehind(World world) {
    assertThat(cloneOf(world, error("Error", "m").own("name", "Error")).observed("clone"))
        .isEqualTo(error("Error", "m"));
  }

  /** An object that only inherits from Error.prototype arrives as a plain object. */
  @Test
  @Verifies("sc.err.fake-error")
  void anObjectThatInheritsFromErrorIsNone(World world) {
    Object message = object().with("a", "b").prototype(js("return Error.prototype")).hidden("message", "m");

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(object().with("a", "b"));
  }
}
