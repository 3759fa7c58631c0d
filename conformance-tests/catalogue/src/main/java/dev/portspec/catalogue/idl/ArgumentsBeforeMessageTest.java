package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.returns;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The arguments are converted before postMessage does anything: Web IDL, "create an operation function". */
class ArgumentsBeforeMessageTest {

  /** With a bad list and a message that cannot be cloned, the list is what the error is about. */
  @Test
  @Verifies("idl.post.conversion-first")
  void aBadListWinsOverABadMessage(World world) {
    Channel channel = world.window().newChannel();
    Channel other = world.window().newChannel();

    world.window().run(() -> {
      attempt("message", () -> channel.port1().postMessage(uncloneable()));
      attempt("both", () -> channel.port1().postMessage(uncloneable(), transferring("no object")));
      attempt("behind a port", () ->
          channel.port1().postMessage(uncloneable(), transferring(other.port1(), "no object")));
    });

    assertThat(world.settle().outcome("message")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("both")).threwError("TypeError");
    assertThat(world.settle().outcome("behind a port")).threwError("TypeError");
  }

  /** With a bad list a message is not read, and what the list holds besides is not moved. */
  @Test
  @Verifies("idl.post.conversion-first")
  void aBadListLeavesEverythingAsItWas(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      kept.port1().onmessage(reaction("partner", Event::record));
      Object message = object().accessor("a", "read", () -> {
        mark("the message was read");
        return "a";
      });
      attempt("refused", () -> channel.port1().postMessage(message, transferring(kept.port2(), "no object")));
      kept.port2().postMessage("still here");
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("refused")).threwError("TypeError");
    assertThat(trace).neverCalled("read");
    assertThat(trace).dataOf("message").containsExactly("still here");
  }

  /** A port that lists itself is refused by a step of messaging; a bad element behind it is found before. */
  @Test
  @Verifies("idl.post.conversion-first")
  void aBadListWinsOverAListWithTheSource(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      attempt("source", () -> channel.port1().postMessage("m", transferring(channel.port1())));
      attempt("both", () -> channel.port1().postMessage("m", transferring(channel.port1(), "no object")));
      attempt("twice", () ->
          channel.port1().postMessage("m", transferring(channel.port2(), channel.port2(), "no object")));
    });

    assertThat(world.settle().outcome("source")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("both")).threwError("TypeError");
    assertThat(world.settle().outcome("twice")).threwError("TypeError");
  }

  /** An iterator has run to its end before the first getter of the message does. */
  @Test
  @Verifies("idl.post.conversion-first")
  void theListIsIteratedBeforeTheMessageIsRead(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(reaction("received", Event::record));
      Object message = object().accessor("a", "getter", () -> "b");
      Object list = object().with(iteratorKey(), reaction("iterator", call -> returns(object().with(
          "next", reaction("next", last -> returns(object().with("done", true)))))));
      channel.port1().call("postMessage", message, list);
    });

    assertThat(world.settle()).marks("iterator", "next", "getter");
    assertThat(world.settle()).dataOf("message").containsExactly(object().with("a", "b"));
  }
}
