package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A MessagePort is transferable and not serializable: HTML, 9.4.4, the extended attributes of the interface. */
class TransferableTest {

  /** A port that is listed is moved, and arrives. */
  @Test
  @Verifies("idl.port.transferable-only")
  void aListedPortIsMoved(World world) {
    Channel channel = world.window().newChannel();
    Channel carried = world.window().newChannel();

    world.window().run(() -> {
      carried.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> event.port(0).postMessage("moved"));
      channel.port1().postMessage(carried.port2(), transferring(carried.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("moved");
  }

  /** A port that is the message and not listed is refused; it stays, and nothing is sent. */
  @Test
  @Verifies("idl.port.transferable-only")
  void aPortThatIsNotListedIsNoMessage(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      kept.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(reaction("received", Event::record));
      attempt("port", () -> channel.port1().postMessage(kept.port2()));
      kept.port2().postMessage("still here");
      channel.port1().postMessage("next");
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("port")).threw(DATA_CLONE_ERROR, 25);
    assertThat(trace.by("partner")).dataOf("message").containsExactly("still here");
    assertThat(trace.by("received")).dataOf("message").containsExactly("next");
  }

  /** A port inside a message is refused as well, and another one in the list does not help. */
  @Test
  @Verifies("idl.port.transferable-only")
  void aPortThatIsNotListedIsNoPartOfAMessage(World world) {
    Channel channel = world.window().newChannel();
    Channel kept = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(event -> observe("ports", event.ports()));
      attempt("member", () -> channel.port1().postMessage(object().with("p", kept.port2())));
      attempt("element", () -> channel.port1().postMessage(list(kept.port2())));
      attempt("beside", () ->
          channel.port1().postMessage(list(kept.port1(), kept.port2()), transferring(kept.port1())));
      channel.port1().postMessage("both are left", transferring(kept.port1(), kept.port2()));
    });

    assertThat(world.settle().outcome("member")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("element")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().outcome("beside")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().observed("ports")).hasSize(2);
  }
}
