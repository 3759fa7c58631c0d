package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Graph;
import dev.portspec.harness.generate.Kind;
import dev.portspec.harness.generate.Values;
import dev.portspec.spi.Capability;
import java.util.List;

/**
 * Whatever the message is: HTML, "message port post message steps". A DOMException is left to the checks of structured
 * data, because it is a platform object that not every host of ports clones.
 */
class MessageProperties {
  private static final int TRIES = 60;
  private static final int MOST_MESSAGES = 20;

  /** Every primitive value arrives as it was posted, in its turn. */
  @ConformanceProperty(tries = 40)
  @Verifies("port.post.data")
  void everyPrimitiveIsDelivered(World world, @Generated Draw draw) {
    Values values = Values.claimedBy(world)
        .only(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN, Kind.NULL, Kind.UNDEFINED, Kind.BIGINT);
    assertDelivered(world, draw.listOf(MOST_MESSAGES, values::value));
  }

  /** Every graph of objects arrives as it was posted: with all it holds, and sharing what it shared. */
  @ConformanceProperty
  @Verifies("port.post.data")
  void everyGraphIsDelivered(World world, @Generated Draw draw) {
    assertDelivered(world, List.of(Values.claimedBy(world).without(Kind.UNDEFINED, Kind.DOM_EXCEPTION).graph(draw)));
  }

  private static void assertDelivered(World world, List<Graph> graphs) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> observe("data", event.data()));
      graphs.forEach(graph -> channel.port1().postMessage(graph.made()));
    });

    for (int i = 0; i < graphs.size(); i++) {
      assertThat(world.settle().observed("data", i)).resembles(graphs.get(i).cloned());
    }
  }

  /** Nothing that is changed after the post, anywhere in the message, shows in what arrives. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("port.post.serialize-synchronously")
  void whatIsChangedAfterThePostDoesNotShow(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Graph graph = changeable(world, draw);
    Graph all = graph.all();
    Object expected = all.cloned();

    window.run(() -> {
      channel.port2().onmessage(event -> observe("data", event.data()));
      Value kept = window.keep(all.made());
      channel.port1().postMessage(kept);
      graph.change(window, kept);
    });

    assertThat(world.settle().observed("data")).resembles(expected);
  }

  /** Nothing that the receiver changes shows in the original, nor in what arrives when it is posted once more. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("port.post.data-fresh")
  void whatTheReceiverChangesDoesNotShow(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Graph graph = changeable(world, draw);
    Graph all = graph.all();
    Object clone = all.cloned();
    Object original = all.seen();
    Value kept = window.keep(all.made());

    window.run(() -> {
      channel.port2().onmessage(reaction(
          "receiver",
          event -> graph.change(window, event.data()),
          event -> {
            observe("second", event.data());
            observe("original", kept);
          }));
      channel.port1().postMessage(kept);
      channel.port1().postMessage(kept);
    });

    assertThat(world.settle().observed("second")).resembles(clone);
    assertThat(world.settle().observed("original")).resembles(original);
  }

  /** No object of a message arrives, at any depth, be it one that nobody can change: what arrives is made anew. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("port.post.data-fresh")
  void noObjectOfTheMessageArrives(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Graph graph = Values.claimedBy(world).without(Kind.DOM_EXCEPTION).graph(draw);

    window.run(() -> {
      channel.port2().onmessage(event -> observe("data", event.data()));
      Value kept = window.keep(graph.made());
      observe("message", kept);
      channel.port1().postMessage(kept);
    });

    assertThat(world.settle().observed("data")).sharesNothingWith(world.settle().observed("message"));
  }

  /** Shared memory is meant to show, and a DOMException cannot be changed. */
  private static Graph changeable(World world, Draw draw) {
    return Values.claimedBy(world).without(Kind.SHARED_BUFFER, Kind.DOM_EXCEPTION).graph(draw);
  }

  /** A message that cannot be cloned, wherever that shows in it, is refused and not sent. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"port.post.exceptions-rethrown", "port.post.failed-sends-nothing"})
  void whatCannotBeClonedIsNotSent(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    boolean inArray = world.claims(Capability.LISTS_OBJECTS);
    Object before = Values.claimedBy(world).without(Kind.DOM_EXCEPTION).graph(draw).made();

    window.run(() -> {
      channel.port2().onmessage(reaction("receiver", Event::record));
      attempt("refused", () -> channel.port1().postMessage(inArray ? list(before, uncloneable()) : uncloneable()));
      channel.port1().postMessage("kept");
    });

    verifying("port.post.exceptions-rethrown", () ->
        assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR));
    verifying("port.post.failed-sends-nothing", () ->
        assertThat(world.settle()).dataOf("message").containsExactly("kept"));
  }
}
