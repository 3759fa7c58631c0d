package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertRefused;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.symbol;

import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What fits no overload: Web IDL, overload resolution, and GetMethod, which it calls. */
class RefusedSecondArgumentTest {

  /** A primitive other than undefined and null is refused; a string too, though it could be iterated. */
  @Test
  @Verifies("idl.post.second-primitive")
  void aPrimitiveIsRefused(World world) {
    assertRefused(world, "true", () -> true);
    assertRefused(world, "number", () -> 5);
    assertRefused(world, "string", () -> "s");
    assertRefused(world, "bigint", () -> BigInteger.TWO);
    assertRefused(world, "symbol", () -> symbol("s"));
  }

  /** So is one that JavaScript takes for false. */
  @Test
  @Verifies("idl.post.second-primitive")
  void aFalsyPrimitiveIsRefused(World world) {
    assertRefused(world, "false", () -> false);
    assertRefused(world, "zero", () -> 0);
    assertRefused(world, "NaN", () -> Double.NaN);
    assertRefused(world, "empty string", () -> "");
    assertRefused(world, "zero bigint", () -> BigInteger.ZERO);
  }

  /** An iterator property that cannot be called is an error, and no reason to take the object for options. */
  @Test
  @Verifies("idl.post.iterator-not-callable")
  void anIteratorThatCannotBeCalledIsRefused(World world) {
    assertRefused(world, "number", () -> object().with(iteratorKey(), 5));
    assertRefused(world, "object", () -> object().with(iteratorKey(), object()));
    assertRefused(world, "with transfer", () -> object().with(iteratorKey(), 5).with("transfer", list()));
    assertRefused(world, "inherited", () -> object().prototype(object().with(iteratorKey(), 5)));
  }

  /** Only undefined and null say that there is none: false, zero and the empty string are such an error. */
  @Test
  @Verifies("idl.post.iterator-not-callable")
  void aFalsyIteratorIsRefused(World world) {
    assertRefused(world, "false", () -> object().with(iteratorKey(), false));
    assertRefused(world, "zero", () -> object().with(iteratorKey(), 0));
    assertRefused(world, "empty string", () -> object().with(iteratorKey(), ""));
  }

  /** It is an error on an object of the platform as well. */
  @Test
  @Verifies("idl.post.iterator-not-callable")
  void anIteratorOfAPortThatCannotBeCalledIsRefused(World world) {
    Realm window = world.window();

    assertRefused(world, "port", () -> {
      Port port = window.newChannel().port1();
      port.set(iteratorKey(), 5);
      return port;
    });
  }
}
