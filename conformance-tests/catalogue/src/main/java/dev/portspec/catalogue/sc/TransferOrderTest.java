package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What becomes of the transferred objects: HTML, StructuredSerializeWithTransfer and its receiving half. */
class TransferOrderTest {

  /** What the message does not mention is transferred all the same. */
  @Test
  @Verifies("sc.wt.unreferenced-still-moved")
  void whatIsNotMentionedMoves(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      moved.port2().onmessage(Event::record);
      carrier.port2().onmessage(event -> event.port(0).postMessage("from the moved port"));
      carrier.port1().postMessage("m", transferring(buffer, moved.port1()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("from the moved port");
    assertThat(buffer).hasByteLength(0);
  }

  /** The ports of the event are in the order of the list, not of the message. */
  @Test
  @Verifies({"sc.wt.result-order", "sc.dwt.order"})
  void theOrderIsThatOfTheList(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel one = window.newChannel();
    Channel two = window.newChannel();
    Channel three = window.newChannel();

    window.run(() -> {
      carrier.port2().onmessage(event -> {
        observe("0", event.port(0));
        observe("1", event.port(1));
        observe("2", event.port(2));
        observe("data 0", event.data().get(0));
        observe("data 1", event.data().get(1));
        observe("data 2", event.data().get(2));
      });
      carrier.port1().postMessage(
          list(three.port1(), one.port1(), two.port1()), transferring(one.port1(), two.port1(), three.port1()));
    });

    Trace trace = world.settle();
    verifying(
        "sc.wt.result-order",
        () -> {
          assertThat(trace.observed("0")).isSameAs(trace.observed("data 1"));
          assertThat(trace.observed("1")).isSameAs(trace.observed("data 2"));
        });
    verifying("sc.dwt.order", () -> assertThat(trace.observed("2")).isSameAs(trace.observed("data 0")));
  }

  /** Each port of the event is what became of the port at its place in the list. */
  @Test
  @Verifies("sc.wt.result-order")
  void eachPortIsThatOfItsPlace(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel one = window.newChannel();
    Channel two = window.newChannel();

    window.run(() -> {
      one.port2().onmessage(reaction("one", Event::record));
      two.port2().onmessage(reaction("two", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).postMessage("from the first");
        event.port(1).postMessage("from the second");
      });
      carrier.port1().postMessage("m", transferring(one.port1(), two.port1()));
    });

    assertThat(world.settle().by("one")).dataOf("message").containsExactly("from the first");
    assertThat(world.settle().by("two")).dataOf("message").containsExactly("from the second");
  }

  /** A message that cannot be received uses up its ports all the same. */
  @Test
  @Verifies("sc.dwt.received-first")
  void aMessageThatCannotBeReceivedUsesItsPortsUp(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel moved = window.newChannel();

    window.run(() -> {
      moved.port1().onmessage(Event::record);
      carrier.port2().onmessageerror(event -> mark("messageerror"));
      carrier.port2().onmessage(Event::record);
      carrier.port1().postMessage(list(undeserializable()), transferring(moved.port1()));
      attempt("again", () -> carrier.port1().postMessage("m", transferring(moved.port1())));
    });
    world.settle();
    window.run(() -> moved.port2().postMessage("to nobody"));

    Trace trace = world.settle();
    assertThat(trace).marks("messageerror");
    assertThat(trace.outcome("again")).threw(DATA_CLONE_ERROR);
    assertThat(trace).dataOf("message").isEmpty();
  }
}
