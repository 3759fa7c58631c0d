package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Posts that a getter makes in the middle of another post: HTML, "message port post message steps", steps 5 and 7. */
class PostFromGetterTest {

  /** A message that a getter posts is complete before the one that the getter belongs to. */
  @Test
  @Verifies({"port.post.reentrant-getter-post", "port.post.getter-once"})
  void theMessageOfAGetterComesFirst(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage(object().accessor("a", "getter", () -> {
        channel.port1().postMessage("inner");
        return "read";
      }));
    });

    Trace trace = world.settle();
    verifying(
        "port.post.reentrant-getter-post",
        () -> assertThat(trace).dataOf("message").containsExactly("inner", object().with("a", "read")));
    verifying("port.post.getter-once", () -> assertThat(trace).called("getter", 1));
  }

  /** Messages that several getters post arrive in the order of the getters, all before the outer one. */
  @Test
  @Verifies("port.post.reentrant-getter-post")
  void theMessagesOfSeveralGettersKeepTheirOrder(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("before");
      channel.port1().postMessage(
          object()
              .accessor("a", () -> {
                channel.port1().postMessage("of a");
                return "A";
              })
              .accessor("b", () -> {
                channel.port1().postMessage("of b");
                return "B";
              }));
      channel.port1().postMessage("after");
    });

    assertThat(world.settle())
        .dataOf("message")
        .containsExactly("before", "of a", "of b", object().with("a", "A").with("b", "B"), "after");
  }

  /** What a getter posted stays posted when the outer post fails. */
  @Test
  @Verifies({"port.post.reentrant-getter-post", "port.post.exceptions-rethrown"})
  void theMessageOfAGetterSurvivesTheFailureOfTheOuterPost(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      attempt("outer", () -> channel.port1().postMessage(object().accessor("a", () -> {
        channel.port1().postMessage("inner");
        raise("no");
        return "never";
      })));
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    verifying(
        "port.post.reentrant-getter-post",
        () -> assertThat(trace).dataOf("message").containsExactly("inner", "next"));
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("outer")).threwValue("no"));
  }

  /** Each post of an object reads its accessor once. */
  @Test
  @Verifies("port.post.getter-once")
  void everyPostReadsAnAccessorOnce(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value message = window.keep(object().accessor("a", "getter", () -> "read"));
      channel.port1().postMessage(message);
      channel.port1().postMessage(message);
    });

    assertThat(world.settle()).called("getter", 2);
    assertThat(world.settle())
        .dataOf("message")
        .containsExactly(object().with("a", "read"), object().with("a", "read"));
  }

  /** What the outer post has read already, the post of a getter reads again. */
  @Test
  @Verifies("port.post.data-fresh")
  void theMessageOfAGetterIsACloneOfItsOwn(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      Value shared = window.keep(list("before"));
      channel.port1().postMessage(list(shared, object().accessor("a", () -> {
        shared.set(0, "after");
        channel.port1().postMessage(shared);
        return "read";
      })));
    });

    assertThat(world.settle())
        .dataOf("message")
        .containsExactly(list("after"), list(list("before"), object().with("a", "read")));
  }

  /** A port that a getter sent away stays away when the outer post fails. */
  @Test
  @Verifies({"port.xfer.detaches-original", "port.post.exceptions-rethrown"})
  void aPortThatAGetterTransferredStaysAway(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      attempt("outer", () -> channel.port1().postMessage(object().accessor("a", () -> {
        carrier.port1().postMessage("moved", transferring(moved.port2()));
        raise("no");
        return "never";
      })));
      attempt("again", () -> carrier.port1().postMessage("again", transferring(moved.port2())));
    });

    Trace trace = world.settle();
    verifying("port.post.exceptions-rethrown", () -> assertThat(trace.outcome("outer")).threwValue("no"));
    verifying("port.xfer.detaches-original", () -> assertThat(trace.outcome("again")).threw(DATA_CLONE_ERROR));
  }
}
