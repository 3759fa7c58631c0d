package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertRefused;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.hole;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The elements of a transfer list: Web IDL, the type object. */
class ListElementsTest {

  /** A string in the list is a TypeError, alone, before a port and behind one; the port stays. */
  @Test
  @Verifies("idl.post.element-nonobject")
  void aStringIsRefused(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      kept.port1().onmessage(reaction("partner", Event::record));
      attempt("alone", () -> channel.port1().postMessage("m", transferring("s")));
      attempt("first", () -> channel.port1().postMessage("m", transferring("s", kept.port2())));
      attempt("last", () -> channel.port1().postMessage("m", transferring(kept.port2(), "s")));
      kept.port2().postMessage("still here");
    });

    for (String label : List.of("alone", "first", "last")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
    assertThat(world.settle()).dataOf("message").containsExactly("still here");
  }

  /** So is a number, a boolean, and null, which is no object. */
  @Test
  @Verifies("idl.post.element-nonobject")
  void aNumberAndNullAreRefused(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      attempt("number", () -> channel.port1().postMessage("m", transferring(5)));
      attempt("boolean", () -> channel.port1().postMessage("m", transferring(true)));
      attempt("null", () -> channel.port1().postMessage("m", transferring((Object) null)));
      attempt("null behind a port", () -> channel.port1().postMessage("m", transferring(kept.port2(), null)));
    });

    for (String label : List.of("number", "boolean", "null", "null behind a port")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
  }

  /** The options are no way around it. */
  @Test
  @Verifies("idl.post.element-nonobject")
  void theListOfTheOptionsIsHeldToTheSame(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      attempt("string", () -> channel.port1().postMessage("m", transferring("s").asOptions()));
      attempt("number", () -> channel.port1().postMessage("m", transferring(5).asOptions()));
      attempt("null", () -> channel.port1().postMessage("m", transferring((Object) null).asOptions()));
    });

    for (String label : List.of("string", "number", "null")) {
      assertThat(world.settle().outcome(label)).threwError("TypeError");
    }
  }

  /** Every other primitive is refused, from whatever it is iterated. */
  @Test
  @Verifies("idl.post.element-nonobject")
  void everyOtherPrimitiveIsRefused(World world) {
    assertRefused(world, "undefined", () -> list(undefined()));
    assertRefused(world, "hole", () -> list(hole()));
    assertRefused(world, "symbol", () -> list(symbol("s")));
    assertRefused(world, "bigint", () -> list(BigInteger.TWO));
    assertRefused(world, "in options", () -> object().with("transfer", list(undefined())));
  }
}
