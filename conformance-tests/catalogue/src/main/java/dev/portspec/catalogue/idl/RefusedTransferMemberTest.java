package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertRefused;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.symbol;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Members transfer that are no list: Web IDL, conversion to a sequence. */
class RefusedTransferMemberTest {

  /** A null member is not an absent one. */
  @Test
  @Verifies("idl.post.options-transfer-null")
  void aNullMemberIsRefused(World world) {
    assertRefused(world, "null", () -> object().with("transfer", null));
  }

  /** A member that is no object is refused, a string too, though it could be iterated. */
  @Test
  @Verifies("idl.post.options-transfer-nonobject")
  void aPrimitiveMemberIsRefused(World world) {
    assertRefused(world, "zero", () -> object().with("transfer", 0));
    assertRefused(world, "number", () -> object().with("transfer", 5));
    assertRefused(world, "empty string", () -> object().with("transfer", ""));
    assertRefused(world, "string", () -> object().with("transfer", "s"));
    assertRefused(world, "false", () -> object().with("transfer", false));
    assertRefused(world, "symbol", () -> object().with("transfer", symbol("s")));
  }

  /** A member that is an object and not iterable is refused: a port that is not in a list, a function of a buffer. */
  @Test
  @Verifies("idl.post.options-transfer-nonobject")
  void aMemberThatIsNotIterableIsRefused(World world) {
    Realm window = world.window();

    assertRefused(world, "object", () -> object().with("transfer", object()));
    assertRefused(world, "array-like", () -> object().with("transfer", object().with("length", 0)));
    assertRefused(world, "port", () -> object().with("transfer", window.newChannel().port1()));
    assertRefused(world, "null iterator", () -> object().with("transfer", object().with(iteratorKey(), null)));
    assertRefused(world, "buffer", () -> {
      Buffer buffer = window.newArrayBuffer(8);
      buffer.set("transfer", reaction("transfer", event -> {}).neverCalled());
      return buffer;
    });
  }
}
