package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertTransfers;
import static dev.portspec.catalogue.idl.SecondArgument.assertTransfersNothing;
import static dev.portspec.catalogue.idl.SecondArgument.iterable;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.regexp;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Options as second argument: HTML, StructuredSerializeOptions, and Web IDL, dictionary types. */
class TransferOptionsTest {

  /** The member is read as any property is: of the object, of its prototype, of an accessor, which runs once. */
  @Test
  @Verifies("idl.post.second-object")
  void theMemberTransferIsAList(World world) {
    assertTransfers(world, "own", port -> object().with("transfer", list(port)));
    assertTransfers(world, "hidden", port -> object().hidden("transfer", list(port)));
    assertTransfers(world, "inherited", port -> object().prototype(object().with("transfer", list(port))));
    assertTransfers(world, "accessor", port -> object().accessor("transfer", () -> list(port)));
    assertTransfers(world, "no prototype", port -> object().with("transfer", list(port)).prototype(null));
  }

  /** Its value may be any iterable. */
  @Test
  @Verifies("idl.post.second-object")
  void theMemberTransferMayBeAnyIterable(World world) {
    assertTransfers(world, "set", port -> object().with("transfer", set(port)));
    assertTransfers(world, "iterable", port -> object().with("transfer", iterable(port)));
  }

  /** An object without an iterator method is options, whatever else it is. */
  @Test
  @Verifies("idl.post.second-object")
  void anyOtherObjectIsOptions(World world) {
    Realm window = world.window();

    assertTransfers(world, "date", port -> date(0).own("transfer", list(port)));
    assertTransfers(world, "regexp", port -> regexp("a", "").own("transfer", list(port)));
    assertTransfers(world, "error", port -> error("Error", "m").own("transfer", list(port)));
    assertTransfers(world, "function", withTransfer(() -> window.keep(reaction("f", event -> {}).neverCalled())));
    assertTransfers(world, "port", withTransfer(() -> window.newChannel().port1()));
    assertTransfers(world, "channel", withTransfer(window::newChannel));
    assertTransfers(world, "buffer", withTransfer(() -> window.newArrayBuffer(8)));
  }

  private static Function<Port, Value> withTransfer(Supplier<Value> made) {
    return port -> {
      Value options = made.get();
      options.set("transfer", list(port));
      return options;
    };
  }

  /** An iterator property that is undefined or null is no iterator method. */
  @Test
  @Verifies("idl.post.second-object")
  void anObjectWithANullishIteratorIsOptions(World world) {
    assertTransfers(world, "undefined", port -> object().with(iteratorKey(), undefined()).with("transfer", list(port)));
    assertTransfers(world, "null", port -> object().with(iteratorKey(), null).with("transfer", list(port)));
  }

  /** Without the member, nothing is transferred. */
  @Test
  @Verifies("idl.post.options-default")
  void withoutTheMemberNothingIsTransferred(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      channel.port1().call("postMessage", "m", object());
    });

    assertThat(world.settle().observed("ports")).hasSize(0);
  }

  /** An undefined member is an absent one: what the message holds is cloned. */
  @Test
  @Verifies("idl.post.options-default")
  void anUndefinedMemberIsAnAbsentOne(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Buffer kept = window.newArrayBuffer(8);

    window.run(() -> {
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      channel.port1().call("postMessage", kept, object().with("transfer", undefined()));
    });

    assertThat(world.settle().observed("ports")).hasSize(0);
    assertThat(kept).hasByteLength(8);
  }

  /** Other members are not read. */
  @Test
  @Verifies("idl.post.options-unknown-ignored")
  void otherMembersAreIgnored(World world) {
    assertTransfersNothing(world, "unknown", () -> object().with("foo", 1));
    assertTransfers(world, "beside", port -> object().with("foo", 1).with("transfer", list(port)));
    assertTransfersNothing(world, "accessor", () -> object().accessor("foo", "read", () -> {
      mark("foo was read");
      return "foo";
    }));
    assertThat(world.settle()).neverCalled("read");
  }
}
