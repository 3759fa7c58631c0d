package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertTransfersNothing;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many arguments postMessage takes, and which it ignores: Web IDL, overload resolution. */
class PostMessageArgumentsTest {

  /** The length of postMessage is that of its shortest overload. */
  @Test
  @Verifies("idl.post.length-one")
  void itsLengthIsOne(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      observe("length", window.newChannel().port1().get("postMessage").get("length"));
    });

    assertThat(world.settle().observed("length")).isEqualTo(1);
  }

  /** Without an argument it throws, and sends nothing. */
  @Test
  @Verifies("idl.post.zero-args")
  void itNeedsAnArgument(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(reaction("received", Event::record));
      attempt("none", () -> channel.port1().call("postMessage"));
      channel.port1().postMessage("next");
    });

    assertThat(world.settle().outcome("none")).threwError("TypeError");
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }

  /** What comes after the second argument is not looked at, be it a number or a list that could transfer. */
  @Test
  @Verifies("idl.post.extra-args-ignored")
  void itIgnoresWhatComesAfterTheSecond(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      }));
      channel.port1().call("postMessage", "number", list(), 7);
      channel.port1().call("postMessage", "list", list(), list(kept.port1()));
      channel.port1().call("postMessage", "after options", object(), list(kept.port1()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("number", "list", "after options");
    for (int i = 0; i < 3; i++) {
      assertThat(world.settle().observed("ports", i)).hasSize(0);
    }
  }

  /** It converts nothing of them either. */
  @Test
  @Verifies("idl.post.extra-args-ignored")
  void itReadsNothingOfThem(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(reaction("received", Event::record));
      Object third = object().accessor("transfer", "read", () -> {
        mark("the third argument was read");
        return list();
      });
      channel.port1().call("postMessage", "m", object(), third);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("read");
  }

  /** undefined as second argument is as good as none: nothing is listed, and what the message holds is cloned. */
  @Test
  @Verifies("idl.post.second-undefined")
  void undefinedStandsForTheDefaults(World world) {
    assertTransfersNothing(world, "undefined", () -> undefined());
    assertClones(world, undefined());
  }

  /** null as second argument stands for the default options. */
  @Test
  @Verifies("idl.post.second-null")
  void nullStandsForTheDefaults(World world) {
    assertTransfersNothing(world, "null", () -> null);
    assertClones(world, null);
  }

  private static void assertClones(World world, @Nullable Object second) {
    Channel channel = world.window().newChannel();
    Buffer kept = world.window().newArrayBuffer(8);

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(event -> observe("clone", event.data()));
      channel.port1().call("postMessage", kept, second);
    });

    assertThat(world.settle().observed("clone")).hasByteLength(8);
    assertThat(kept).hasByteLength(8);
  }
}
