package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Which port dispatches a message: HTML, "message port post message steps", the task, steps 1 and 2. */
class FinalTargetTest {

  /** The target of the event is the port that received the message, and so is the current target. */
  @Test
  @Verifies("port.post.event-target")
  void theTargetIsTheReceivingPort(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> {
        observe("target", event.target());
        observe("current target", event.currentTarget());
      });
      channel.port1().postMessage("m");
      observe("port", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target")).isSameAs(trace.observed("port"));
    assertThat(trace.observed("current target")).isSameAs(trace.observed("port"));
  }

  /** Each end of a channel is the target of what the other end sends. */
  @Test
  @Verifies("port.post.event-target")
  void eachEndIsTheTargetOfItsOwnMessages(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(event -> observe("target of the answer", event.target()));
      channel.port2().onmessage(event -> {
        observe("target of the question", event.target());
        channel.port2().postMessage("answer");
      });
      channel.port1().postMessage("question");
      observe("port1", channel.port1());
      observe("port2", channel.port2());
    });

    Trace trace = world.settle();
    assertThat(trace.observed("target of the question")).isSameAs(trace.observed("port2"));
    assertThat(trace.observed("target of the answer")).isSameAs(trace.observed("port1"));
  }

  /** A message that was posted to a port before its move is dispatched by the new object, as its target. */
  @Test
  @Verifies({"port.post.final-target", "port.post.event-target"})
  void theNewObjectDispatchesWhatWasPostedToTheOldOne(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      carrier.port2().onmessage(event -> {
        observe("new port", event.port(0));
        event.port(0).onmessage(reaction("new", message -> observe("target", message.target())));
      });
      channel.port1().postMessage("m");
      carrier.port1().postMessage("port", transferring(channel.port2()));
    });

    Trace trace = world.settle();
    verifying("port.post.final-target", () -> assertThat(trace).called("old", 0).called("new", 1));
    verifying(
        "port.post.event-target", () -> assertThat(trace.observed("target")).isSameAs(trace.observed("new port")));
  }

  /** Whatever is posted before, during and after a move is dispatched by the new object, in order. */
  @Test
  @Verifies("port.post.final-target")
  void messagesFollowTheirPortAtEveryStage(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Port moved = window.port("moved");

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record).neverCalled());
      carrier.port2().onmessage(event -> {
        event.port(0).keepAs(moved);
        channel.port1().postMessage("at the receipt");
      });
      channel.port1().postMessage("before the transfer");
      carrier.port1().postMessage("port", transferring(channel.port2()));
      channel.port1().postMessage("in transit");
    });
    world.settle();
    window.run(() -> {
      channel.port1().postMessage("after the receipt");
      moved.onmessage(reaction("new", Event::record));
      channel.port1().postMessage("after enabling");
    });

    assertThat(world.settle().by("new"))
        .dataOf("message")
        .containsExactly(
            "before the transfer", "in transit", "at the receipt", "after the receipt", "after enabling");
  }

  /** A message goes along when its port moves on before anybody has seen it. */
  @Test
  @Verifies("port.post.final-target")
  void messagesFollowTheirPortThroughTwoMoves(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      second.port2().onmessage(event -> event.port(0).onmessage(Event::record));
      first.port2().onmessage(event -> {
        channel.port1().postMessage("between");
        second.port1().postMessage("port", transferring(event.port(0)));
        channel.port1().postMessage("after");
      });
      channel.port1().postMessage("before");
      first.port1().postMessage("port", transferring(channel.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("before", "between", "after");
  }
}
