package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** A port that is received and sent on in the same task: HTML, transfer and receiving steps of MessagePort. */
class RetransferInSameTaskTest {

  /** Messages from before, between and after the two moves arrive in order. */
  @Test
  @Verifies("port.recv.retransfer-same-task")
  void aPortMayBeSentOnAtOnce(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("before");
      first.port2().onmessage(event -> {
        channel.port1().postMessage("between");
        second.port1().postMessage("hop 2", transferring(event.port(0)));
        channel.port1().postMessage("in flight again");
      });
      second.port2().onmessage(event -> {
        channel.port1().postMessage("at receipt");
        event.port(0).onmessage(Event::record);
        channel.port1().postMessage("after");
      });
      first.port1().postMessage("hop 1", transferring(channel.port2()));
      channel.port1().postMessage("in flight");
    });

    assertThat(world.settle()).dataOf("message")
        .containsExactly("before", "in flight", "between", "in flight again", "at receipt", "after");
  }

  /** The port in the middle is detached by the second move like any other. */
  @Test
  @Verifies({"port.recv.retransfer-same-task", "port.xfer.detaches-original"})
  void thePortInTheMiddleIsDetached(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      first.port2().onmessage(event -> {
        second.port1().postMessage("hop 2", transferring(event.port(0)));
        attempt("again", () -> second.port1().postMessage("refused", transferring(event.port(0))));
      });
      second.port2().onmessage(reaction("second", event -> {
        event.record();
        event.port(0).onmessage(reaction("moved", Event::record));
      }));
      first.port1().postMessage("hop 1", transferring(channel.port2()));
      channel.port1().postMessage("in flight");
    });

    verifying("port.recv.retransfer-same-task", () -> {
      assertThat(world.settle().by("second")).dataOf("message").containsExactly("hop 2");
      assertThat(world.settle().by("moved")).dataOf("message").containsExactly("in flight");
    });
    verifying("port.xfer.detaches-original",
        () -> assertThat(world.settle().outcome("again")).threw(DATA_CLONE_ERROR));
  }

  /** A port that was started before it was sent on shows each message once, here or there. */
  @Test
  @Verifies("port.recv.retransfer-same-task")
  void aPortThatWasStartedInBetweenLosesNothing(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
      first.port2().onmessage(event -> {
        event.port(0).onmessage(reaction("middle", Event::record));
        second.port1().postMessage("hop 2", transferring(event.port(0)));
        channel.port1().postMessage("d");
      });
      second.port2().onmessage(event -> event.port(0).onmessage(reaction("last", Event::record)));
      first.port1().postMessage("hop 1", transferring(channel.port2()));
      channel.port1().postMessage("c");
    });

    assertThat(world.settle().by("middle", "last")).dataOf("message").containsExactly("a", "b", "c", "d");
  }

  /** What the port in the middle sends before it leaves arrives at the far end, before what comes from the next. */
  @Test
  @Verifies({"port.recv.retransfer-same-task", "port.recv.outgoing-multi-hop"})
  void thePortInTheMiddleMaySendBeforeItLeaves(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      channel.port1().postMessage("queued");
      first.port2().onmessage(event -> {
        event.port(0).postMessage("from the middle");
        second.port1().postMessage("hop 2", transferring(event.port(0)));
      });
      second.port2().onmessage(event -> {
        event.port(0).postMessage("from the last");
        event.port(0).onmessage(reaction("last", Event::record));
      });
      first.port1().postMessage("hop 1", transferring(channel.port2()));
    });

    verifying("port.recv.outgoing-multi-hop", () -> assertThat(world.settle().by("far end")).dataOf("message")
        .containsExactly("from the middle", "from the last"));
    verifying("port.recv.retransfer-same-task",
        () -> assertThat(world.settle().by("last")).dataOf("message").containsExactly("queued"));
  }
}
