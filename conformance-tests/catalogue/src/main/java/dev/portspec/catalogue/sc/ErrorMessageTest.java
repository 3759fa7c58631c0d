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
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The message of an error: HTML, StructuredSerializeInternal, steps 17.3 and 17.4, and StructuredDeserialize. */
class ErrorMessageTest {

  /** An accessor named message does not run, and the clone has no message. */
  @Test
  @Verifies("sc.err.message-own-data-only")
  void anAccessorIsNoMessage(World world) {
    Trace trace = cloneOf(world, error("Error").accessor("message", "message", () -> "read"));

    assertThat(trace).neverCalled("message");
    assertThat(trace.observed("clone")).isEqualTo(error("Error"));
  }

  /** An inherited message is not taken. */
  @Test
  @Verifies("sc.err.message-own-data-only")
  void anInheritedMessageIsNotTaken(World world) {
    Object message = js("""
        const error = new Error();
        Object.setPrototypeOf(error, Object.create(Error.prototype, {message: {value: 'inherited'}}));
        return error;
        """);

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(error("Error"));
  }

  /** A message that is no string is converted to one. */
  @Test
  @Verifies("sc.err.message-tostring")
  void aMessageBecomesAString(World world) {
    Object message = list(error("Error").own("message", 7), error("Error").own("message", true));

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(list(error("Error", "7"), error("Error", "true")));
  }

  /** A wrapper object as a message becomes the string of its value. */
  @Test
  @Verifies("sc.err.message-tostring")
  void aWrappedMessageBecomesAString(World world) {
    assertThat(cloneOf(world, error("Error").own("message", boxed("wrapped"))).observed("clone"))
        .isEqualTo(error("Error", "wrapped"));
  }

  /** A message that is null is converted like any other value. */
  @Test
  @Verifies("sc.err.message-tostring")
  void aNullMessageIsConverted(World world) {
    assertThat(cloneOf(world, error("Error").own("message", null)).observed("clone"))
        .isEqualTo(error("Error", "null"));
  }

  /** A message that is an object is converted with its toString. */
  @Test
  @Verifies("sc.err.message-tostring")
  void aMessageMayHaveAConversionOfItsOwn(World world) {
    Object converted = js("return {toString() { return 'converted'; }}");

    assertThat(cloneOf(world, error("Error").own("message", converted)).observed("clone"))
        .isEqualTo(error("Error", "converted"));
  }

  /** A message that has no string is a TypeError of the conversion. */
  @Test
  @Verifies("sc.err.message-tostring")
  void aFailingConversionReachesTheCaller(World world) {
    Realm window = world.window();

    window.attempt("clone", () -> window.structuredClone(error("Error").own("message", symbol("s"))));

    assertThat(world.settle().outcome("clone")).threwError("TypeError");
  }

  /** A message that is undefined is converted like any other value. */
  @Test
  @Verifies("sc.err.message-undefined-value")
  void anUndefinedMessageIsConverted(World world) {
    assertThat(cloneOf(world, error("Error").own("message", undefined())).observed("clone"))
        .isEqualTo(error("Error", "undefined"));
  }

  /** An error without a message arrives without one, and an empty one is kept. */
  @Test
  @Verifies("sc.err.message-absent")
  void noMessageStaysNone(World world) {
    assertArrives(world, list(error("Error"), error("Error", "")));
  }

  /** The message of the clone is writable and configurable, and not enumerable. */
  @Test
  @Verifies("sc.err.message-descriptor")
  void theMessageIsNotEnumerable(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(error("Error").own("message", "m"));
      observe("message", js("return Object.getOwnPropertyDescriptor(args[0], 'message')", clone));
    });

    assertThat(world.settle().observed("message"))
        .isEqualTo(
            object().with("value", "m").with("writable", true).with("enumerable", false).with("configurable", true));
  }

  /** A property of an error that was invented is not in the clone. */
  @Test
  @Verifies("sc.err.own-props-dropped")
  void inventedPropertiesAreLeftOut(World world) {
    assertThat(cloneOf(world, error("Error", "m").own("invented", "x")).observed("clone"))
        .isEqualTo(error("Error", "m"));
  }

  /** An accessor of an error that was invented does not run. */
  @Test
  @Verifies("sc.err.own-props-dropped")
  void inventedAccessorsDoNotRun(World world) {
    Trace trace = cloneOf(world, error("Error", "m").accessor("invented", "invented", () -> "x"));

    assertThat(trace).neverCalled("invented");
    assertThat(trace.observed("clone")).isEqualTo(error("Error", "m"));
  }
}
