package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The order between ports of one loop that were never shipped: HTML, "unshipped port message queue". Disputed. */
class UnshippedOrderTest {

  /** Messages posted alternately to two enabled ports are dispatched in the order of posting. */
  @Test
  @Verifies("port.unshipped.global-order")
  void alternatePostsToTwoPorts(World world) {
    Realm window = world.window();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      a.port2().onmessage(reaction("A", Event::record));
      b.port2().onmessage(reaction("B", Event::record));
      a.port1().postMessage("A1");
      b.port1().postMessage("B1");
      a.port1().postMessage("A2");
      b.port1().postMessage("B2");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order", t -> assertThat(t).dataOf("message").containsExactly("A1", "B1", "A2", "B2")),
        outcome("port-order", t -> {
          assertThat(t.by("A")).dataOf("message").containsExactly("A1", "A2");
          assertThat(t.by("B")).dataOf("message").containsExactly("B1", "B2");
          assertThat(t).dataOf("message").containsExactlyInAnotherOrderThan("A1", "B1", "A2", "B2");
        }));
  }

  /** So are messages that waited at both ports, whichever of the two is started first. */
  @Test
  @Verifies("port.unshipped.global-order")
  void theOrderOfStartingDoesNotMatter(World world) {
    Realm window = world.window();
    Channel a = window.newChannel();
    Channel b = window.newChannel();
    window.run(() -> {
      a.port1().postMessage("A1");
      b.port1().postMessage("B1");
      a.port1().postMessage("A2");
      b.port1().postMessage("B2");
    });

    window.run(() -> {
      b.port2().onmessage(reaction("B", Event::record));
      a.port2().onmessage(reaction("A", Event::record));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order", t -> assertThat(t).dataOf("message").containsExactly("A1", "B1", "A2", "B2")),
        outcome("port-order", t -> {
          assertThat(t.by("A")).dataOf("message").containsExactly("A1", "A2");
          assertThat(t.by("B")).dataOf("message").containsExactly("B1", "B2");
          assertThat(t).dataOf("message").containsExactlyInAnotherOrderThan("A1", "B1", "A2", "B2");
        }));
  }

  /** What a handler posts to another port comes after everything that was posted before it. */
  @Test
  @Verifies("port.unshipped.global-order")
  void whatAHandlerPostsElsewhereComesLast(World world) {
    Realm window = world.window();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      b.port2().onmessage(reaction("B", Event::record));
      a.port2().onmessage(
          reaction("A", event -> {
            event.record();
            b.port1().postMessage("B1");
          }, Event::record));
      a.port1().postMessage("A1");
      a.port1().postMessage("A2");
      a.port1().postMessage("A3");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order", t -> assertThat(t).dataOf("message").containsExactly("A1", "A2", "A3", "B1")),
        outcome("port-order", t -> {
          assertThat(t.by("A")).dataOf("message").containsExactly("A1", "A2", "A3");
          assertThat(t.by("B")).dataOf("message").containsExactly("B1");
          assertThat(t).dataOf("message").containsExactlyInAnotherOrderThan("A1", "A2", "A3", "B1");
        }));
  }

  /** A port that is enabled late has its older message dispatched before a newer one of another port. */
  @Test
  @Verifies("port.unshipped.late-enable-order")
  void anOlderMessageOfALatePortComesFirst(World world) {
    Realm window = world.window();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      a.port2().onmessage(reaction("A", Event::record));
      b.port1().postMessage("B1");
      a.port1().postMessage("A1");
      b.port2().onmessage(reaction("B", Event::record));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order", t -> assertThat(t).dataOf("message").containsExactly("B1", "A1")),
        outcome("port-order", t -> assertThat(t).dataOf("message").containsExactly("A1", "B1")));
  }

  /** So it is where a handler of the one port enables the other, and messages of both are waiting. */
  @Test
  @Verifies("port.unshipped.late-enable-order")
  void anOlderMessageOfAPortStartedInAHandlerComesFirst(World world) {
    Realm window = world.window();
    Channel a = window.newChannel();
    Channel b = window.newChannel();

    window.run(() -> {
      b.port2().addEventListener("message", reaction("B", Event::record));
      a.port2().onmessage(
          reaction("A", event -> b.port2().start(), Event::record));
      a.port1().postMessage("starts the other");
      b.port1().postMessage("B1");
      a.port1().postMessage("A1");
    });

    assertThat(world.settle()).showsOneOf(
        outcome("posting-order", t -> assertThat(t).dataOf("message").containsExactly("B1", "A1")),
        outcome("port-order", t -> assertThat(t).dataOf("message").containsExactly("A1", "B1")));
  }
}
