package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertRefused;
import static dev.portspec.catalogue.idl.SecondArgument.assertTransfers;
import static dev.portspec.catalogue.idl.SecondArgument.assertTransfersNothing;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorMethod;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/**
 * Arrays with an iterator property of their own: Web IDL knows iterables only, and no arrays. See the issue
 * {@code array-iterator}.
 */
class ArrayIteratorTest {

  /** The list is what the iterator of an array gives, not what its elements are. */
  @Test
  @Verifies("idl.post.second-iterable")
  void theIteratorOfAnArrayIsAsked(World world) {
    Realm window = world.window();

    assertTransfers(world, "replaced", port ->
        list(window.newChannel().port1()).own(iteratorKey(), iteratorMethod(port)));
  }

  /** The same holds of an array in the options. */
  @Test
  @Verifies("idl.post.second-object")
  void theIteratorOfAnArrayInTheOptionsIsAsked(World world) {
    Realm window = world.window();

    assertTransfers(world, "replaced", port -> object()
        .with("transfer", list(window.newChannel().port1()).own(iteratorKey(), iteratorMethod(port))));
  }

  /** An array without an iterator method is options. */
  @Test
  @Verifies("idl.post.second-object")
  void anArrayWithoutAnIteratorIsOptions(World world) {
    Realm window = world.window();

    assertTransfersNothing(world, "undefined", () ->
        list(window.newChannel().port1()).own(iteratorKey(), undefined()));
    assertTransfers(world, "null", port -> list(window.newChannel().port1())
        .own(iteratorKey(), null).own("transfer", list(port)));
  }

  /** An array whose iterator cannot be called is refused. */
  @Test
  @Verifies("idl.post.iterator-not-callable")
  void anArrayWhoseIteratorCannotBeCalledIsRefused(World world) {
    assertRefused(world, "number", () -> list().own(iteratorKey(), 5));
  }
}
