package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Graph;
import dev.portspec.harness.generate.Kind;
import dev.portspec.harness.generate.Values;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Capability;
import java.util.List;

/** What the properties of this section have in common. */
final class Drawn {
  private static final int MOST_VALUES = 20;

  private Drawn() {}

  /** A graph of these kinds arrives as the clauses of the check say. */
  static void arrives(World world, Draw draw, Kind... kinds) {
    eachArrives(world, List.of(Values.claimedBy(world).only(kinds).graph(draw)));
  }

  /** Values of these kinds arrive, each for itself. */
  static void eachArrives(World world, Draw draw, Kind... kinds) {
    Values values = Values.claimedBy(world).only(kinds);
    eachArrives(world, draw.listOf(MOST_VALUES, values::value));
  }

  /** By structuredClone, where there is one, because it is nearest; otherwise through a port. */
  static void eachArrives(World world, List<Graph> graphs) {
    Realm window = world.window();
    boolean byCall = world.claims(Capability.STRUCTURED_CLONE);
    Channel channel = byCall ? null : window.newChannel();

    window.run(() -> {
      if (channel != null) {
        channel.port2().onmessage(event -> observe("clone", event.data()));
      }
      for (Graph graph : graphs) {
        if (channel == null) {
          observe("clone", window.structuredClone(graph.made()));
        } else {
          channel.port1().postMessage(graph.made());
        }
      }
    });

    Trace trace = world.settle();
    for (int i = 0; i < graphs.size(); i++) {
      assertThat(trace.observed("clone", i)).isCloneLike(graphs.get(i).cloned());
    }
  }
}
