package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The constructor: HTML, "new BroadcastChannel(name)", and Web IDL, the conversion of its argument. */
class BroadcastConstructorTest {

  /** A window has the constructor, and what it makes is a BroadcastChannel. */
  @Test
  @Verifies("bc.exposed")
  void aWindowHasTheConstructor(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value made = window.construct("BroadcastChannel", world.unique("news"));
      observe("made", made);
      made.call("close");
    });

    assertThat(world.settle().observed("made")).isPlatform("BroadcastChannel");
  }

  /** There is no default for the name. */
  @Test
  @Verifies("bc.ctor.name-required")
  void aCallWithoutAnArgumentIsATypeError(World world) {
    Realm window = world.window();

    window.attempt("none", () -> window.construct("BroadcastChannel"));

    assertThat(world.settle().outcome("none")).threwError("TypeError");
  }

  /** What is no string is converted, null and undefined too. */
  @Test
  @Verifies("bc.ctor.name-required")
  void theNameIsConvertedToAString(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("null", window.construct("BroadcastChannel", (Object) null).get("name"));
      observe("undefined", window.construct("BroadcastChannel", undefined()).get("name"));
      observe("number", window.construct("BroadcastChannel", 7).get("name"));
      observe("object", window.construct("BroadcastChannel", object()).get("name"));
    });

    assertThat(world.settle().observed("null")).isEqualTo("null");
    assertThat(world.settle().observed("undefined")).isEqualTo("undefined");
    assertThat(world.settle().observed("number")).isEqualTo("7");
    assertThat(world.settle().observed("object")).isEqualTo("[object Object]");
  }

  /** The conversion is that of the language, and passes on what it throws. */
  @Test
  @Verifies("bc.ctor.name-required")
  void anExceptionOfTheConversionIsPassedOn(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("prototype", () -> window.construct("BroadcastChannel", object().prototype(null)));
      observe("made", window.construct("BroadcastChannel", "news", "ignored").get("name"));
    });

    assertThat(world.settle().outcome("prototype")).threwError("TypeError");
    assertThat(world.settle().observed("made")).isEqualTo("news");
  }
}
