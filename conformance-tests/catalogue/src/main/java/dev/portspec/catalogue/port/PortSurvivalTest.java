package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undeserializable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which ports survive a collection: HTML, ports and garbage collection. */
class PortSurvivalTest {

  /** A port with a handler lives as long as its partner does. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aPortWithAHandlerIsKeptByItsPartner(World world) {
    Realm window = world.window();
    Port sender = window.port("sender");

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(sender);
      dropped.port2().onmessage(Event::record);
      window.forget(dropped);
    });
    world.collectGarbage();
    sender.postMessage("still there?");

    assertThat(world.settle()).dataOf("message").containsExactly("still there?");
  }

  /** A port with a listener that was started lives as long as its partner does, collection after collection. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aStartedPortWithAListenerIsKeptByItsPartner(World world) {
    Realm window = world.window();
    Port sender = window.port("sender");

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(sender);
      dropped.port2().addEventListener("message", Event::record);
      dropped.port2().start();
      window.forget(dropped);
    });
    world.collectGarbage();
    sender.postMessage("one");
    world.settle();
    world.collectGarbage();
    sender.postMessage("two");

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A port that listens for messageerror lives as long as its partner does. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aPortThatListensForMessageerrorIsKeptByItsPartner(World world) {
    Realm window = world.window();
    Port sender = window.port("sender");

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(sender);
      dropped.port2().addEventListener("messageerror", reaction("failed", Event::record));
      dropped.port2().start();
      window.forget(dropped);
    });
    world.collectGarbage();
    sender.postMessage(undeserializable());

    assertThat(world.settle().event("failed")).has(attribute("type", "messageerror"));
  }

  /** A received port that only its listener refers to lives as long as its partner does. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aReceivedPortIsKeptByItsPartner(World world) {
    Realm window = world.window();
    Port sender = window.port("sender");

    window.run(() -> {
      Channel carrier = window.newChannel();
      Channel moved = window.newChannel();
      moved.port1().keepAs(sender);
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("moved", Event::record)));
      carrier.port1().postMessage("the port", transferring(moved.port2()));
      window.forget(carrier, moved);
    });
    world.settle();
    world.collectGarbage();
    sender.postMessage("still there?");

    assertThat(world.settle()).dataOf("message").containsExactly("still there?");
  }

  /** A port that answers is kept by its partner, and its answer arrives. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aPortThatAnswersIsKeptByItsPartner(World world) {
    Realm window = world.window();
    Port asker = window.port("asker");

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port1().keepAs(asker);
      dropped.port1().onmessage(reaction("asker", Event::record));
      dropped.port2().onmessage(question -> question.target().postMessage("answer"));
      window.forget(dropped);
    });
    world.collectGarbage();
    asker.postMessage("question");

    assertThat(world.settle()).dataOf("message").containsExactly("answer");
  }

  /** A port lives as long as its partner does, though the partner has moved. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aPortIsKeptByAPartnerThatMoved(World world) {
    Realm window = world.window();
    Port sender = window.port("sender");

    window.run(() -> {
      Channel carrier = window.newChannel();
      Channel dropped = window.newChannel();
      dropped.port2().onmessage(reaction("dropped", Event::record));
      carrier.port2().onmessage(event -> event.port(0).keepAs(sender));
      carrier.port1().postMessage("the partner", transferring(dropped.port1()));
      window.forget(carrier, dropped);
    });
    world.settle();
    world.collectGarbage();
    sender.postMessage("still there?");

    assertThat(world.settle()).dataOf("message").containsExactly("still there?");
  }

  /** A port lives as long as its partner does, though the partner is in a message that waits. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void aPortIsKeptByAPartnerInFlight(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();

    window.run(() -> {
      Channel dropped = window.newChannel();
      dropped.port2().onmessage(reaction("dropped", Event::record));
      carrier.port1().postMessage("the partner", transferring(dropped.port1()));
      window.forget(dropped);
    });
    world.collectGarbage();
    carrier.port2().onmessage(event -> event.port(0).postMessage("still there?"));

    assertThat(world.settle()).dataOf("message").containsExactly("still there?");
  }

  /** Each of several ports lives as long as its partner does. */
  @Test
  @Verifies("port.gc.listener-strong-ref")
  void manyPortsAreKeptByTheirPartners(World world) {
    Realm window = world.window();
    List<Port> senders = new ArrayList<>();

    window.run(() -> {
      for (int i = 0; i < 8; i++) {
        Port sender = window.port("sender " + i);
        Channel dropped = window.newChannel();
        dropped.port1().keepAs(sender);
        dropped.port2().onmessage(reaction("dropped " + i, Event::record));
        window.forget(dropped);
        senders.add(sender);
      }
    });
    world.collectGarbage();
    for (Port sender : senders) {
      sender.postMessage("still there?");
      world.settle();
    }

    for (int i = 0; i < 8; i++) {
      assertThat(world.settle().by("dropped " + i)).dataOf("message").containsExactly("still there?");
    }
  }
}
