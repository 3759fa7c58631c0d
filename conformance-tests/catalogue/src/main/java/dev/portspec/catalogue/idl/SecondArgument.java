package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Literal;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a second argument of {@code postMessage} does: each way of seeing it is one post on a channel of its own. */
final class SecondArgument {
  private SecondArgument() {}

  /** The key of the iterator method. */
  static Literal iteratorKey() {
    return symbol("@@iterator");
  }

  /** An iterable of the script, of one element. */
  static PlainValue iterable(@Nullable Object element) {
    return object().with(iteratorKey(), iteratorMethod(element));
  }

  /** An iterator method that gives one element. */
  static Reaction iteratorMethod(@Nullable Object element) {
    return reaction("iterator", call -> returns(object().with("next", next(element))));
  }

  private static Reaction next(@Nullable Object element) {
    return reaction(
        "next",
        call -> returns(object().with("value", element).with("done", false)),
        call -> returns(object().with("done", true)));
  }

  /** It is, or has, a transfer list with just the port that the function is given. */
  static void assertTransfers(World world, String label, Function<Port, ? extends @Nullable Object> argument) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();

    window.run(() -> {
      untyped();
      carried.port1().onmessage(reaction(label, Event::record));
      channel.port2().onmessage(event -> {
        observe(label + ": ports", event.ports());
        event.port(0).postMessage(label);
      });
      channel.port1().call("postMessage", "m", argument.apply(carried.port2()));
    });

    assertThat(world.settle().observed(label + ": ports")).hasSize(1);
    assertThat(world.settle().by(label)).dataOf("message").containsExactly(label);
  }

  /** It is accepted, and transfers nothing. */
  static void assertTransfersNothing(World world, String label, Supplier<? extends @Nullable Object> argument) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      channel.port2().onmessage(event -> observe(label, event.ports()));
      channel.port1().call("postMessage", "m", argument.get());
    });

    assertThat(world.settle().observed(label)).hasSize(0);
  }

  /** It is a TypeError before the message is read, and nothing is sent. */
  static void assertRefused(World world, String label, Supplier<? extends @Nullable Object> argument) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      untyped();
      channel.port2().onmessage(reaction(label, Event::record));
      Object message = object().accessor("a", label + ": read", () -> {
        mark("the message was read");
        return "a";
      });
      Object second = argument.get();
      attempt(label, () -> channel.port1().call("postMessage", message, second));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    assertThat(trace.outcome(label)).threwError("TypeError");
    assertThat(trace).neverCalled(label + ": read");
    assertThat(trace.by(label)).dataOf("message").containsExactly("next");
  }
}
