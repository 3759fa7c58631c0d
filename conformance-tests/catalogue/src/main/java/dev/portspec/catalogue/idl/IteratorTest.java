package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.iterable;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorMethod;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The iteration of a second argument: Web IDL, "create a sequence from an iterable". */
class IteratorTest {

  /** The iterator method that the overload resolution found is the one that iterates. */
  @Test
  @Verifies("idl.post.iterator-read-once")
  void theIteratorMethodIsReadOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();

    window.run(() -> {
      untyped();
      carried.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> event.port(0).postMessage("moved"));
      Object list = object().accessor(iteratorKey(), "reading", () -> iteratorMethod(carried.port2()));
      channel.port1().call("postMessage", "m", list);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("moved");
    assertThat(world.settle()).called("reading", 1);
  }

  /** What the iterator method throws leaves the call, and so does what reading it throws. */
  @Test
  @Verifies("idl.post.iterator-throw-propagates")
  void theExceptionOfTheIteratorMethodIsThrown(World world) {
    assertThrows(world, "method", (error, port) -> object().with(iteratorKey(), throwing(error)));
    assertThrows(world, "reading the method", (error, port) ->
        object().accessor(iteratorKey(), () -> thrown(error)));
  }

  /** What next throws leaves the call, and the elements before stay where they are. */
  @Test
  @Verifies("idl.post.iterator-throw-propagates")
  void theExceptionOfNextIsThrown(World world) {
    assertThrows(world, "first next", (error, port) -> iterating(throwing(error)));
    assertThrows(world, "second next", (error, port) -> iterating(reaction(
        "next",
        call -> returns(object().with("value", port).with("done", false)),
        call -> raise(error))));
  }

  /** What reading next, done or value throws leaves the call. */
  @Test
  @Verifies("idl.post.iterator-throw-propagates")
  void theExceptionOfAPropertyOfTheIterationIsThrown(World world) {
    assertThrows(world, "next", (error, port) -> object().with(
        iteratorKey(), reaction("iterator", call -> returns(object().accessor("next", () -> thrown(error))))));
    assertThrows(world, "done", (error, port) -> iterating(
        reaction("next", call -> returns(object().with("value", port).accessor("done", () -> thrown(error))))));
    assertThrows(world, "value", (error, port) -> iterating(reaction(
        "next",
        call -> returns(object().with("value", port).with("done", false)),
        call -> returns(object().with("done", false).accessor("value", () -> thrown(error))))));
  }

  /** What reading the member transfer throws leaves the call, and so does what iterating its value throws. */
  @Test
  @Verifies("idl.post.iterator-throw-propagates")
  void theExceptionOfTheMemberTransferIsThrown(World world) {
    assertThrows(world, "transfer", (error, port) -> object().accessor("transfer", () -> thrown(error)));
    assertThrows(world, "its iterator", (error, port) ->
        object().with("transfer", object().with(iteratorKey(), throwing(error))));
    assertThrows(world, "its next", (error, port) -> object().with("transfer", iterating(reaction(
        "next",
        call -> returns(object().with("value", port).with("done", false)),
        call -> raise(error)))));
  }

  private static Reaction throwing(Value error) {
    return reaction("throwing", call -> raise(error));
  }

  private static @Nullable Object thrown(Value error) {
    raise(error);
    return "never";
  }

  private static Object iterating(Reaction next) {
    return object().with(iteratorKey(), reaction("iterator", call -> returns(object().with("next", next))));
  }

  /** The very exception is thrown, the message is not read, nothing is sent, and the port is not moved. */
  private static void assertThrows(World world, String label, BiFunction<Value, Port, Object> argument) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel kept = window.newChannel();
    String partner = "partner: " + label;
    String thrown = "thrown: " + label;

    window.run(() -> {
      untyped();
      Value boom = window.keep(error("RangeError", "boom"));
      observe(thrown, boom);
      kept.port1().onmessage(reaction(partner, Event::record));
      channel.port2().onmessage(event -> event.port(0).postMessage("moved later"));
      Object second = argument.apply(boom, kept.port2());
      Object message = object().accessor("a", "read", () -> {
        mark("the message was read");
        return "a";
      });
      attempt(label, () -> channel.port1().call("postMessage", message, second));
      channel.port1().call("postMessage", "next", iterable(kept.port2()));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome(label)).threwSame(trace.observed(thrown));
    assertThat(trace).neverCalled("read");
    assertThat(trace.by(partner)).dataOf("message").containsExactly("moved later");
  }
}
