package dev.portspec.harness.run;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Checks for tests of the harness: some right, some wrong on purpose. */
final class SampleChecks {
  private SampleChecks() {}

  /** Right, and passes on anything that delivers strings. */
  static class Right {
    @Test
    @Verifies("port.queue.fifo")
    void messagesArriveInOrder(World world) {
      Channel channel = world.window().newChannel();
      world.window().run(() -> {
        channel.port2().onmessage(Event::record);
        channel.port1().postMessage("one");
        channel.port1().postMessage("two");
      });
      assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
    }
  }

  /** Right too, with another message. */
  static class AlsoRight {
    @Test
    @Verifies("port.queue.fifo")
    void aMessageArrives(World world) {
      Channel channel = world.window().newChannel();
      world.window().run(() -> {
        channel.port2().onmessage(Event::record);
        channel.port1().postMessage("another");
      });
      assertThat(world.settle()).dataOf("message").containsExactly("another");
    }
  }

  /** Needs what the toy does not declare. */
  static class Demanding {
    @Test
    @Verifies("port.xfer.detaches-original")
    void aPortTravels(World world) {
      Channel channel = world.window().newChannel();
      channel.port1().postMessage("take it", transferring(world.window().newChannel().port1()));
      assertThat(world.settle()).dataOf("message").isEmpty();
    }
  }

  /** Records more than it predicts. */
  static class Talkative {
    @Test
    @Verifies("port.queue.fifo")
    void somethingIsLeftOver(World world) {
      world.window().run(() -> {
        mark("predicted");
        mark("left over");
      });
      assertThat(world.settle().observed("predicted")).isEqualTo(true);
    }
  }

  /** Registers a carrier that never runs. */
  static class Idle {
    @Test
    @Verifies("port.queue.fifo")
    void theCarrierNeverRuns(World world) {
      Channel channel = world.window().newChannel();
      world.window().run(() -> {
        channel.port2().onmessage(reaction("carrier", event -> {}));
        mark("registered");
      });
      assertThat(world.settle().observed("registered")).isEqualTo(true);
    }
  }

  /** Asserts nothing. */
  static class Empty {
    @Test
    @Verifies("port.queue.fifo")
    void nothingIsAsserted(World world) {
      world.settle();
    }
  }

  /** Two clauses, and an assertion that says neither. */
  static class Vague {
    @Test
    @Verifies({"port.queue.fifo", "port.delivery.exactly-once"})
    void theAssertionSaysNoClause(World world) {
      world.window().run(() -> mark("here"));
      assertThat(world.settle().observed("here")).isEqualTo(true);
    }
  }

  /** Counts calls too early. */
  static class Hasty {
    @Test
    @Verifies("port.queue.fifo")
    void aCallComesAfterTheCount(World world) {
      Channel channel = world.window().newChannel();
      world.window().run(() -> {
        channel.port2().onmessage(reaction("handler", event -> {}));
        channel.port1().postMessage("one");
      });
      assertThat(world.settle()).called("handler", 1);
      channel.port1().postMessage("two");
    }
  }

  /** Its first outcome names what its second does not. */
  static class Undecided {
    @Test
    @Verifies("port.close.received-queue-survives")
    void theOutcomeThatHoldsNamesLess(World world) {
      world.window().run(() -> mark("seen"));
      assertThat(world.settle())
          .showsOneOf(
              outcome("delivered", t -> assertThat(t.observed("seen")).isEqualTo(false)),
              outcome("dropped", t -> assertThat(t).dataOf("message").isEmpty()));
    }
  }

  /** Takes what is no object for another object. */
  static class Blind {
    @Test
    @Verifies("port.queue.fifo")
    void aPrimitiveIsNoOtherObject(World world) {
      Channel channel = world.window().newChannel();
      world.window().run(() -> {
        mark("true");
        observe("port", channel.port1());
      });
      assertThat(world.settle().observed("true")).isNotSameAs(world.settle().observed("port"));
    }
  }

  /** Names a clause that is not in the book. */
  static class Mistaken {
    @Test
    @Verifies("port.no-such.clause")
    void theClauseDoesNotExist(World world) {
      assertThat(world.settle()).dataOf("message").isEmpty();
    }
  }

  /** Uses a name that nothing has. */
  static class Faulty {
    @Test
    @Verifies("port.queue.fifo")
    void aNameWasForgotten(World world) {
      Channel channel = world.window().newChannel();
      world.window().forget(channel);
      channel.port1().start();
      assertThat(world.settle()).dataOf("message").isEmpty();
    }
  }
}
