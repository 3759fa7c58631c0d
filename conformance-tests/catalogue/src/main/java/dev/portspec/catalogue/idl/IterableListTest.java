package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.assertRefused;
import static dev.portspec.catalogue.idl.SecondArgument.assertTransfers;
import static dev.portspec.catalogue.idl.SecondArgument.assertTransfersNothing;
import static dev.portspec.catalogue.idl.SecondArgument.iterable;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorMethod;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Iterables as second argument: Web IDL, overload resolution, the step for sequence types. */
class IterableListTest {

  /** A Set is a transfer list, and so is an iterator of an array. */
  @Test
  @Verifies("idl.post.second-iterable")
  void iterablesOfTheLanguageAreLists(World world) {
    Realm window = world.window();

    assertTransfers(world, "set", port -> set(port));
    assertTransfers(world, "array iterator", port -> window.keep(list(port)).call("values"));
    assertTransfers(world, "map values", port -> window.keep(map("key", port)).call("values"));
    assertTransfers(world, "generator", port -> js("return (function* () { yield args[0]; })()", port));
    assertTransfers(world, "arguments", port -> js("return (function () { return arguments; })(args[0])", port));
  }

  /** An iterable of the script is a transfer list, and so is one that inherits its iterator method. */
  @Test
  @Verifies("idl.post.second-iterable")
  void iterablesOfTheScriptAreLists(World world) {
    assertTransfers(world, "own", port -> iterable(port));
    assertTransfers(world, "inherited", port -> object().prototype(iterable(port)));
    assertTransfers(world, "hidden", port -> object().hidden(iteratorKey(), iteratorMethod(port)));
  }

  /** So is any other object with an iterator method: a function, an object of the platform. */
  @Test
  @Verifies("idl.post.second-iterable")
  void anyObjectWithAnIteratorIsAList(World world) {
    Realm window = world.window();

    assertTransfers(world, "function", port -> {
      Value function = window.keep(reaction("never", event -> {}).neverCalled());
      function.set(iteratorKey(), iteratorMethod(port));
      return function;
    });
    assertTransfers(world, "port", port -> {
      Value other = window.newChannel().port1();
      other.set(iteratorKey(), iteratorMethod(port));
      return other;
    });
    assertTransfers(world, "proxy", port -> window.construct("Proxy", list(port), object()));
  }

  /** The frozen ports of an event are a transfer list. */
  @Test
  @Verifies("idl.post.second-iterable")
  void thePortsOfAnEventAreAList(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();
    Channel next = window.newChannel();

    window.run(() -> {
      untyped();
      carried.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> next.port1().call("postMessage", "m", event.ports()));
      next.port2().onmessage(event -> event.port(0).postMessage("moved twice"));
      channel.port1().postMessage("m", transferring(carried.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("moved twice");
  }

  /** What is iterable is a list though its elements cannot be in one, such as bytes and characters. */
  @Test
  @Verifies("idl.post.second-iterable")
  void iterablesOfPrimitivesAreListsAndRefused(World world) {
    Realm window = world.window();

    assertRefused(world, "typed array", () -> window.construct("Uint8Array", 2));
    assertRefused(world, "String object", () -> boxed("s"));
    assertTransfersNothing(world, "empty map", () -> map());
    assertTransfersNothing(world, "empty String object", () -> boxed(""));
  }

  /** The member transfer of a list is not read. */
  @Test
  @Verifies("idl.post.iterable-beats-transfer-member")
  void aListWithAMemberTransferIsStillAList(World world) {
    Realm window = world.window();

    assertTransfers(world, "array", port -> list(port).own("transfer", list(window.newChannel().port1())));
    assertTransfers(world, "set", port -> set(port).own("transfer", 5));
    assertTransfers(world, "iterable", port -> iterable(port).accessor("transfer", "read", () -> {
      mark("transfer was read");
      return list();
    }));
    assertThat(world.settle()).neverCalled("read");
  }

  /** What only that member lists stays where it is. */
  @Test
  @Verifies("idl.post.iterable-beats-transfer-member")
  void whatTheMemberListsStays(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel kept = window.newChannel();

    window.run(() -> {
      untyped();
      kept.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      channel.port1().call("postMessage", "m", list().own("transfer", list(kept.port2())));
      kept.port2().postMessage("still here");
    });

    assertThat(world.settle().observed("ports")).hasSize(0);
    assertThat(world.settle()).dataOf("message").containsExactly("still here");
  }
}
