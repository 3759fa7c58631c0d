package dev.portspec.catalogue.sc;

import static dev.portspec.catalogue.sc.Cloning.cloneOf;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.symbol;

import dev.portspec.harness.Literal;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** How the name of an error is read: HTML, StructuredSerializeInternal, steps 17.1 to 17.4. */
class ErrorNameTest {

  /** An accessor of name is called once, and what it returns decides. */
  @Test
  @Verifies("sc.err.name-get-observable")
  void theNameIsReadOnce(World world) {
    Trace trace = cloneOf(world, error("Error", "m").accessor("name", "name", () -> "URIError"));

    assertThat(trace).called("name", 1);
    assertThat(trace.observed("clone")).isEqualTo(error("URIError", "m"));
  }

  /** What an accessor of name throws reaches the caller. */
  @Test
  @Verifies("sc.err.name-get-observable")
  void whatTheNameThrowsReachesTheCaller(World world) {
    Realm window = world.window();

    window.attempt("clone", () -> window.structuredClone(withThrowingName(error("Error", "m"))));

    assertThat(world.settle().outcome("clone")).threwValue("no name");
  }

  /** The name is looked up through the prototype chain. */
  @Test
  @Verifies("sc.err.name-get-observable")
  void theNameMayBeInherited(World world) {
    Object message = js("""
        const error = new Error('m');
        Object.setPrototypeOf(error, Object.create(Error.prototype, {name: {get() { return 'RangeError'; }}}));
        return error;
        """);

    assertThat(cloneOf(world, message).observed("clone")).isEqualTo(error("RangeError", "m"));
  }

  /** The name is read before the message is converted. */
  @Test
  @Verifies("sc.err.order")
  void theNameComesBeforeTheMessage(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("message", () -> window.structuredClone(error("Error").own("message", symbol("s"))));
      attempt("both", () -> window.structuredClone(withThrowingName(error("Error").own("message", symbol("s")))));
    });

    assertThat(world.settle().outcome("message")).threwError("TypeError");
    assertThat(world.settle().outcome("both")).threwValue("no name");
  }

  private static Literal withThrowingName(Literal error) {
    return error.accessor("name", null, () -> {
      raise("no name");
      return "nothing";
    });
  }
}
