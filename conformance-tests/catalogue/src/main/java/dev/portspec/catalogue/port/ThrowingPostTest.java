package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What a failing serialization does to the call: HTML, "message port post message steps", step 5. */
class ThrowingPostTest {

  /** What cannot be cloned is a DataCloneError of postMessage. */
  @Test
  @Verifies("port.post.exceptions-rethrown")
  void whatCannotBeClonedIsADataCloneError(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("refused", () -> channel.port1().postMessage(uncloneable()));

    assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR);
  }

  /** After a post that threw nothing of it is seen, and the next message arrives. */
  @Test
  @Verifies({"port.post.failed-sends-nothing", "port.post.exceptions-rethrown"})
  void aFailedPostSendsNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("before");
      attempt("refused", () -> channel.port1().postMessage(uncloneable()));
      channel.port1().postMessage("after");
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.failed-sends-nothing",
        () -> assertThat(trace).dataOf("message").containsExactly("before", "after"));
  }

  /** A message of which a part cannot be cloned is not sent in part. */
  @Test
  @Verifies({"port.post.failed-sends-nothing", "port.post.exceptions-rethrown"})
  void aMessageIsNotSentInPart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("refused", () -> channel.port1().postMessage(list("good", object().with("bad", uncloneable()))));
      channel.port1().postMessage("after");
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying("port.post.failed-sends-nothing", () -> assertThat(trace).dataOf("message").containsExactly("after"));
  }

  /** What a getter throws leaves postMessage as the very object that it is. */
  @Test
  @Verifies("port.post.exceptions-rethrown")
  void theErrorOfAGetterIsPassedOn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Value boom = window.keep(error("RangeError", "boom"));

    window.run(() -> {
      observe("boom", boom);
      attempt("refused", () -> channel.port1().postMessage(throwing(boom)));
    });

    assertThat(world.settle().outcome("refused")).threwSame(world.settle().observed("boom"));
  }

  /** What a getter throws need not be an error. */
  @Test
  @Verifies({"port.post.exceptions-rethrown", "port.post.failed-sends-nothing"})
  void aStringThrownByAGetterIsPassedOn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("refused", () -> channel.port1().postMessage(list("good", throwing("a string"))));
      channel.port1().postMessage("after");
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("refused")).threwValue("a string"));
    verifying("port.post.failed-sends-nothing", () -> assertThat(trace).dataOf("message").containsExactly("after"));
  }

  /** A port that stands in the message and not in the list is a DataCloneError. */
  @Test
  @Verifies({"port.post.exceptions-rethrown", "port.post.failed-sends-nothing"})
  void aPortThatIsNotListedIsADataCloneError(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel other = window.newChannel();

    window.run(() -> {
      other.port1().onmessage(reaction("far end", Event::record));
      channel.port2().onmessage(reaction("received", event -> {
        event.record();
        event.port(0).postMessage("still there");
      }));
      attempt("refused", () -> channel.port1().postMessage(list(other.port2())));
      channel.port1().postMessage("after", transferring(other.port2()));
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.failed-sends-nothing",
        () -> {
          assertThat(trace.by("received")).dataOf("message").containsExactly("after");
          assertThat(trace.by("far end")).dataOf("message").containsExactly("still there");
        });
  }

  private static Object throwing(Object value) {
    return object().accessor("a", () -> {
      raise(value);
      return "never";
    });
  }

  /** A message that was refused and mended is sent as it is then: nothing of the failed post is left. */
  @Test
  @Verifies({"port.post.data-fresh", "port.post.exceptions-rethrown"})
  void aMendedMessageIsSentAsItIsNow(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value part = window.keep(list("old"));
      Value message = window.keep(list(part, uncloneable(), "last"));
      attempt("refused", () -> channel.port1().postMessage(message));
      part.set(0, "new");
      message.set(1, "mended");
      channel.port1().postMessage(message);
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying(
        "port.post.data-fresh",
        () -> assertThat(trace).dataOf("message").containsExactly(list(list("new"), "mended", "last")));
  }
}
